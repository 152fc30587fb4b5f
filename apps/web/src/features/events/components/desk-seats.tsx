import { cn } from '@/lib/cn'
import { Progress } from '@/ui/progress'
import type { Event } from '../model'

type SeatsProps = Pick<Event, 'rsvp_counts' | 'capacity'> & { className?: string }

/** How full it is: a bar where seats are counted, words in any case. */
export function DeskSeats({ rsvp_counts: { going, maybe, waitlist }, capacity, className }: SeatsProps) {
  const more = [waitlist > 0 && `${waitlist} waiting`, maybe > 0 && `${maybe} maybe`].filter(Boolean)
  return (
    <div className={cn('flex min-w-0 flex-col gap-1.5', className)}>
      {capacity !== null && (
        <Progress label="Seats taken" value={going / capacity} className="w-full max-w-52" />
      )}
      <p className="text-12 text-soft tabular-nums">
        {[capacity === null ? `${going} going` : `${going} of ${capacity} going`, ...more].join(' · ')}
      </p>
    </div>
  )
}
