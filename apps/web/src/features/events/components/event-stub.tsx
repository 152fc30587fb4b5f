import { Link } from '@tanstack/react-router'
import { sayVenue } from '@/lib/places'
import { Badge } from '@/ui/badge'
import { TicketStub } from '@/ui/ticket-stub'
import {
  dateBlockOf,
  type Event,
  sayDistance,
  saySeats,
  startOf,
  subtitleOf,
  supportOf,
  tintOfEvent,
} from '../model'

type EventStubProps = {
  event: Event
  /** Stands out, because its spot on the map does. */
  lit?: boolean
  /** Told when it is under the pointer or has the focus, and when it no longer is. */
  onLight?: (id: string | null) => void
}

/** An event to come as a ticket that leads to its page. */
export function EventStub({ event, lit = false, onLight }: EventStubProps) {
  const subtitle = subtitleOf(event)
  const names = supportOf(event)
  const light = onLight && {
    onMouseEnter: () => onLight(event.id),
    onMouseLeave: () => onLight(null),
    onFocus: () => onLight(event.id),
    onBlur: () => onLight(null),
  }
  return (
    <div
      {...light}
      className={
        lit ? 'h-full rounded-card outline-2 outline-accent outline-offset-2 transition-none' : 'h-full'
      }
    >
      <TicketStub
        tint={tintOfEvent(event)}
        picture={event.poster?.thumbnail ?? event.cover?.thumbnail}
        date={dateBlockOf(event)}
        title={event.artist_name}
        support={subtitle ? [subtitle, ...names] : names}
        place={`${startOf(event)} · ${sayVenue({ name: event.venue_name, city: event.venue_city })}`}
        footer={<Facts event={event} />}
        link={({ children }) => (
          <Link to="/shows/$showId" params={{ showId: event.id }}>
            {children}
          </Link>
        )}
        className="h-full"
      />
    </div>
  )
}

const MINE = { going: 'You’re going', maybe: 'You might go', no: undefined, waitlist: 'On the waitlist' }

function Facts({ event }: { event: Event }) {
  const { status, my_rsvp, distance_m, category, rsvp_counts } = event
  const mine = my_rsvp && MINE[my_rsvp.status]
  const seats = saySeats(event)
  return (
    <>
      {status === 'cancelled' && <Badge tone="danger">Cancelled</Badge>}
      {mine && <Badge tone="accent">{mine}</Badge>}
      {distance_m !== undefined && <span>{sayDistance(distance_m)}</span>}
      {category && <span className="max-w-40 truncate">{category}</span>}
      {status !== 'cancelled' && seats && <span className="text-ink">{seats}</span>}
      {rsvp_counts.going > 0 && <span>{rsvp_counts.going} going</span>}
    </>
  )
}
