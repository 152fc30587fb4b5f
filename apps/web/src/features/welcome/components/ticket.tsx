import { dateParts, sayDate } from '@/lib/dates'
import { Badge } from '@/ui/badge'
import { TicketStub } from '@/ui/ticket-stub'
import { NIGHT } from '../night'

/** The front: what one holds at the door. */
export function Ticket({ tint }: { tint: number }) {
  return (
    <TicketStub
      size="hero"
      headingLevel="h2"
      className="h-full"
      tint={tint}
      date={{ date: NIGHT.date, label: sayDate(NIGHT.date), ...dateParts(NIGHT.date) }}
      title={NIGHT.artist}
      support={NIGHT.support}
      place={NIGHT.place}
      footer={
        <>
          <Badge>I was there</Badge>
          <span>Sunday · doors {NIGHT.doors}</span>
        </>
      }
    />
  )
}
