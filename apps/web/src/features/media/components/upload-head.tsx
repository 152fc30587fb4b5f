import { Ellipsis, Monitor, MonitorOff, Pause, Play, RotateCcw, X } from 'lucide-react'
import { useState } from 'react'
import { useOnline } from '@/lib/hooks'
import { ConfirmDialog } from '@/ui/confirm-dialog'
import { DropdownMenu, type MenuItem } from '@/ui/dropdown-menu'
import { IconButton } from '@/ui/icon-button'
import { Progress } from '@/ui/progress'
import type { Snapshot } from '../upload-commands'
import { isPending } from '../upload-item'
import { type Summary, summarise } from '../upload-line'
import { canKeepAwake, chooseKeepAwake, mayKeepAwake } from '../upload-wake'
import { sayPace } from '../upload-words'
import { ask } from '../uploads'

/** How fast all of it goes and how long it takes, and what can be done with all at once. */
export function UploadHead({ snapshot }: { snapshot: Snapshot }) {
  const online = useOnline()
  const sum = summarise(snapshot.uploads)
  const busy = sum.pending > sum.unread
  const still = busy && sum.paused === sum.pending - sum.unread
  return (
    <div className="px-3 pb-2">
      <div className="flex min-h-11 items-center gap-1">
        <p className="min-w-0 flex-1 text-12 text-soft tabular-nums">
          {busy ? sayHead(sum, { online, still, speed: snapshot.speed }) : sayRest(sum)}
        </p>
        {busy &&
          (still ? (
            <IconButton label="Go on with all" icon={<Play />} onClick={() => ask({ do: 'go' })} />
          ) : (
            <IconButton label="Pause all" icon={<Pause />} onClick={() => ask({ do: 'pause' })} />
          ))}
        <More snapshot={snapshot} sum={sum} />
      </div>
      {busy && <Progress label="All uploads" value={sum.sentBytes / Math.max(1, sum.bytes)} />}
    </div>
  )
}

const sayRest = ({ unread, arrived }: Summary): string => {
  if (unread > 0) return 'Some files are asked for again.'
  return arrived > 0 ? 'What has arrived is safe. You can close this page.' : 'Nothing is on its way.'
}

function sayHead(
  sum: Summary,
  { online, still, speed }: { online: boolean; still: boolean; speed: number | undefined },
): string {
  if (!online) return `Waits for the network · ${sayPace(sum, undefined)}`
  return still ? `Paused · ${sayPace(sum, undefined)}` : sayPace(sum, speed)
}

function More({ snapshot, sum }: { snapshot: Snapshot; sum: Summary }) {
  const [asking, setAsking] = useState(false)
  const [awake, setAwake] = useState(mayKeepAwake)
  const again = snapshot.uploads.some(({ state, hopeless }) => state === 'failed' && !hopeless)
  const keysOf = (wanted: 'failed' | 'pending') =>
    snapshot.uploads
      .filter((upload) => (wanted === 'failed' ? upload.state === 'failed' : isPending(upload)))
      .map(({ key }) => key)
  const items: (MenuItem | false)[] = [
    again && { label: 'Try all again', icon: <RotateCcw />, onSelect: () => ask({ do: 'retry' }) },
    sum.failed > 0 && {
      label: 'Clear what failed',
      icon: <X />,
      onSelect: () => ask({ do: 'remove', keys: keysOf('failed') }),
    },
    canKeepAwake() && {
      label: awake ? 'Let the screen go dark' : 'Keep the screen on',
      icon: awake ? <MonitorOff /> : <Monitor />,
      onSelect: () => {
        chooseKeepAwake(!awake)
        setAwake(!awake)
      },
    },
    sum.pending > 0 && { label: 'Cancel all', icon: <X />, danger: true, onSelect: () => setAsking(true) },
  ]
  const offered = items.filter((item) => item !== false)
  if (offered.length === 0) return null
  return (
    <>
      <DropdownMenu
        trigger={<IconButton label="More for all uploads" icon={<Ellipsis />} />}
        items={offered}
      />
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={sum.pending === 1 ? 'Cancel the upload?' : `Cancel all ${sum.pending}?`}
        description="What has arrived stays. The rest is taken off the list; your files stay where they are."
        confirmLabel="Cancel all"
        cancelLabel="Keep sending"
        onConfirm={() => ask({ do: 'remove', keys: keysOf('pending') })}
      />
    </>
  )
}
