import { CircleAlert, CircleCheck, CloudUpload, Pause, WifiOff } from 'lucide-react'
import type { ComponentProps } from 'react'
import { cn } from '@/lib/cn'
import { useOnline } from '@/lib/hooks'
import type { Summary } from '../upload-line'
import { sayAll } from '../upload-words'

type UploadPillProps = Omit<ComponentProps<'button'>, 'children'> & { sum: Summary }

/** All uploads in a few words and a line that fills; opens their tray. */
export function UploadPill({ sum, className, ...rest }: UploadPillProps) {
  const online = useOnline()
  const waits = !online && sum.pending > 0
  const share = sum.bytes === 0 ? 1 : sum.sentBytes / sum.bytes
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      className={cn(
        'relative flex min-h-11 items-center gap-2.5 overflow-hidden rounded-full bg-raised pr-5 pl-4 font-medium text-14 tabular-nums shadow-float',
        'transition-colors duration-feedback hover:bg-line',
        className,
      )}
      {...rest}
    >
      <Icon sum={sum} waits={waits} />
      <span className="truncate">{waits ? 'Waits for the network' : sayAll(sum)}</span>
      <span className="sr-only">, show the uploads</span>
      {sum.pending > 0 && (
        <span
          aria-hidden
          className="absolute bottom-0 left-0 h-1 bg-accent transition-[width] duration-place"
          style={{ width: `${share * 100}%` }}
        />
      )}
    </button>
  )
}

function Icon({ sum, waits }: { sum: Summary; waits: boolean }) {
  const size = 'size-5 shrink-0'
  if (waits) return <WifiOff aria-hidden className={cn(size, 'text-warning')} />
  if (sum.unread > 0 || (sum.pending === 0 && sum.failed > 0)) {
    return <CircleAlert aria-hidden className={cn(size, 'text-danger')} />
  }
  if (sum.pending === 0) return <CircleCheck aria-hidden className={cn(size, 'text-success')} />
  if (sum.paused === sum.pending) return <Pause aria-hidden className={cn(size, 'text-soft')} />
  return <CloudUpload aria-hidden className={cn(size, 'text-accent')} />
}
