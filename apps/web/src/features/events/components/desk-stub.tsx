import { Link } from '@tanstack/react-router'
import { sayVenue } from '@/lib/places'
import { TicketStub } from '@/ui/ticket-stub'
import { dateBlockOf, type Event, startOf, tintOfEvent } from '../model'
import { DeskBadges } from './desk-badges'
import { DeskSeats } from './desk-seats'

/** An event of mine as a ticket that leads to its desk. */
export function DeskStub({ event }: { event: Event }) {
  return (
    <TicketStub
      tint={tintOfEvent(event)}
      picture={event.poster?.thumbnail}
      date={dateBlockOf(event)}
      title={event.title}
      place={`${startOf(event)} · ${sayVenue({ name: event.venue_name, city: event.venue_city })}`}
      footer={
        <>
          <DeskBadges event={event} />
          <DeskSeats {...event} className="basis-full" />
        </>
      }
      link={({ children }) => (
        <Link to="/organizer/$eventId" params={{ eventId: event.id }}>
          {children}
        </Link>
      )}
      className="h-full"
    />
  )
}
