import { Link } from '@tanstack/react-router'
import { CircleAlert, Pause, Play, RotateCcw, X } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { IconButton } from '@/ui/icon-button'
import { Progress } from '@/ui/progress'
import { isPending, type Upload } from '../upload-item'
import { sayState } from '../upload-words'
import { ask } from '../uploads'
import { MediaRow } from './media-row'
import { PickAgain } from './pick-again'
import { UploadPreview } from './upload-preview'

type UploadRowProps = { upload: Upload; onCancel: (upload: Upload) => void }

/** A file on its way: its picture, how far it is or why it failed, and what can be done. */
export const UploadRow = memo(function UploadRow({ upload, onCancel }: UploadRowProps) {
  const { name, state } = upload
  const failed = state === 'failed'
  return (
    <MediaRow
      preview={
        failed ? <CircleAlert aria-hidden className="text-danger" /> : <UploadPreview upload={upload} />
      }
      name={name}
      detail={
        <>
          {sayState(upload)}
          {upload.full && <RoomLink />}
        </>
      }
      failed={failed}
      progress={<Bar upload={upload} />}
      actions={
        <>
          {state === 'unread' && <PickAgain upload={upload} />}
          <Turn upload={upload} />
          {state !== 'preparing' && (
            <IconButton
              label={failed ? `Take ${name} off the list` : `Cancel ${name}`}
              icon={<X />}
              onClick={() => onCancel(upload)}
            />
          )}
        </>
      }
    />
  )
})

function RoomLink() {
  return (
    <>
      {' '}
      <Link to="/settings/data" className="whitespace-nowrap text-accent underline">
        See what takes it
      </Link>
    </>
  )
}

function Bar({ upload }: { upload: Upload }): ReactNode {
  const { state, sent, size, share, name } = upload
  const bar = { label: `${name}: ${sayState(upload)}`, className: 'mt-1.5 h-1' }
  if (state === 'hashing' || state === 'preparing') return <Progress {...bar} value={share} />
  if (state === 'sending' || (isPending(upload) && sent > 0)) return <Progress {...bar} value={sent / size} />
  return null
}

/** The one deed that fits the state: hold on, go on, or try again. */
function Turn({ upload }: { upload: Upload }) {
  const { key, name, state, hopeless } = upload
  const keys = [key]
  if (state === 'failed' && !hopeless) {
    return (
      <IconButton
        label={`Try ${name} again`}
        icon={<RotateCcw />}
        onClick={() => ask({ do: 'retry', keys })}
      />
    )
  }
  if (state === 'paused') {
    return <IconButton label={`Go on with ${name}`} icon={<Play />} onClick={() => ask({ do: 'go', keys })} />
  }
  if (state === 'sending' || state === 'hashing') {
    return <IconButton label={`Pause ${name}`} icon={<Pause />} onClick={() => ask({ do: 'pause', keys })} />
  }
  return null
}
