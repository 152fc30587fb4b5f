import { Link } from '@tanstack/react-router'
import { sayVenue } from '@/lib/places'
import { Badge } from '@/ui/badge'
import { TicketStub } from '@/ui/ticket-stub'
import { dateBlockOf, type Event, startOf, subtitleOf, supportOf, tintOfEvent } from '../model'
import { EventPoster } from './event-poster'

/** The ticket that heads an event's page, with its poster beside it where there is one. `when` says how far off it is. */
export function EventHero({ event, when }: { event: Event; when: string | undefined }) {
  const { artist, poster, venue, status } = event
  const subtitle = subtitleOf(event)
  const names = supportOf(event)
  return (
    <div className={poster ? 'grid gap-3 lg:grid-cols-[minmax(0,1fr)_20rem] lg:gap-4' : undefined}>
      <TicketStub
        size="hero"
        headingLevel="h1"
        tint={tintOfEvent(event)}
        date={dateBlockOf(event, true)}
        title={event.artist_name}
        support={subtitle ? [subtitle, ...names] : names}
        link={
          artist
            ? ({ children }) => (
                <Link to="/artists/$artistId" params={{ artistId: artist.id }}>
                  {children}
                </Link>
              )
            : undefined
        }
        place={
          <>
            <Link
              to="/venues/$venueId"
              params={{ venueId: venue.id }}
              className="block w-fit py-1 font-medium text-ink hover:text-accent"
            >
              {sayVenue({ name: event.venue_name, city: event.venue_city })}
            </Link>
            <time dateTime={event.starts_at}>
              {dateBlockOf(event).label} · {startOf(event)}
            </time>
          </>
        }
        footer={
          <>
            {status === 'cancelled' && <Badge tone="danger">Cancelled</Badge>}
            {when && status === 'scheduled' && <Badge>{when}</Badge>}
            {event.category && <Badge className="max-w-full truncate">{event.category}</Badge>}
          </>
        }
        className="lg:min-h-64"
      />
      {poster && <EventPoster event={event} poster={poster} />}
    </div>
  )
}
