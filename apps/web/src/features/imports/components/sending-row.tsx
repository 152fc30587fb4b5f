import { X } from 'lucide-react'
import { IconButton } from '@/ui/icon-button'
import { Progress } from '@/ui/progress'
import type { OnItsWay } from '../use-send'

/** A file on its way, and the way to call it back. */
export function SendingRow({ name, share, onStop }: OnItsWay & { onStop: () => void }) {
  const arrived = share >= 1
  return (
    <div className="flex min-h-32 items-center gap-3 rounded-card px-4 ring-1 ring-line ring-inset">
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium text-14">{name}</p>
        <p role="status" className="text-14 text-soft">
          {arrived ? 'Looking at it' : 'On its way'}
        </p>
        <Progress label={`Sending ${name}`} value={arrived ? undefined : share} className="mt-2" />
      </div>
      <IconButton label="Stop" icon={<X />} onClick={onStop} />
    </div>
  )
}
