import { cn } from '@/lib/cn'
import { useOnline } from '@/lib/hooks'
import { useReconnecting } from '@/lib/live'

/** Whether the numbers move by themselves, and from when they are where they do not. */
export function DeskLive({ updatedAt }: { updatedAt: number }) {
  const reconnecting = useReconnecting()
  const online = useOnline()
  if (updatedAt === 0) return null
  const live = online && !reconnecting
  return (
    <p className="ml-auto inline-flex items-center gap-2 text-12 text-soft">
      <span aria-hidden className={cn('size-2 rounded-full', live ? 'bg-success' : 'bg-warning')} />
      {live ? 'Live' : `As it was at ${clock.format(updatedAt)}`}
    </p>
  )
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
