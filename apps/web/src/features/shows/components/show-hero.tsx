import { Link } from '@tanstack/react-router'
import { Lock } from 'lucide-react'
import { sayAudience } from '@/lib/audience'
import { sayShowTime } from '@/lib/dates'
import { sayVenue } from '@/lib/places'
import { Badge } from '@/ui/badge'
import { TicketStub } from '@/ui/ticket-stub'
import { dateBlockOf, type Show, sayWhen, supportOf, tintOfShow } from '../model'
import { usePhase } from '../use-phase'
import { CoverLink } from './cover-link'

/** The ticket that heads a show's page, with the show's picture beside it where there is one. */
export function ShowHero({ show }: { show: Show }) {
  const phase = usePhase(show)
  const { artist, cover, my_attendance: mine } = show
  return (
    <div className={cover ? 'grid gap-3 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-4' : undefined}>
      <TicketStub
        size="hero"
        headingLevel="h1"
        tint={tintOfShow(show)}
        date={dateBlockOf(show, true)}
        title={show.artist_name}
        support={supportOf(show)}
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
              params={{ venueId: show.venue.id }}
              className="block w-fit py-1 font-medium text-ink hover:text-accent"
            >
              {sayVenue({ name: show.venue_name, city: show.venue_city })}
            </Link>
            <time dateTime={show.starts_at}>{sayShowTime(show.show_date, show.show_time)}</time>
          </>
        }
        footer={
          <>
            {show.status === 'cancelled' && <Badge tone="danger">Cancelled</Badge>}
            {phase === 'before' && show.status === 'scheduled' && <Badge>{sayWhen(show)}</Badge>}
            {mine && mine.audience !== 'public' && (
              <Badge>
                <Lock aria-hidden />
                {sayAudience(mine.audience)}
              </Badge>
            )}
          </>
        }
        className="lg:min-h-64"
      />
      <CoverLink show={show} className="max-lg:hidden" />
    </div>
  )
}
