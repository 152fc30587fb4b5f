import { Link } from '@tanstack/react-router'
import { sayVenue } from '@/lib/places'
import { Badge } from '@/ui/badge'
import { TicketStub } from '@/ui/ticket-stub'
import { dateBlockOf, type Show, sayWhen, supportOf, tintOfShow } from '../model'
import { ShowFacts } from './show-facts'

type ShowStubProps = {
  show: Show
  /** No heading above says the year. */
  withYear?: boolean
  size?: 'list' | 'compact'
  /** Says how far off it is. */
  coming?: boolean
}

/** A show as a ticket that leads to its page. */
export function ShowStub({ show, withYear = false, size = 'list', coming = false }: ShowStubProps) {
  return (
    <TicketStub
      size={size}
      tint={tintOfShow(show)}
      picture={size === 'list' ? show.cover?.thumbnail : undefined}
      date={dateBlockOf(show, withYear)}
      title={show.artist_name}
      support={supportOf(show)}
      place={
        // above the link that the whole stub is, where a pointer is exact enough to mean it
        <Link
          to="/venues/$venueId"
          params={{ venueId: show.venue.id }}
          className="pointer-fine:relative pointer-fine:z-10 hover:text-ink hover:underline"
        >
          {sayVenue({ name: show.venue_name, city: show.venue_city })}
        </Link>
      }
      footer={
        size === 'list' && (
          <>
            {coming && <Badge>{sayWhen(show)}</Badge>}
            <ShowFacts show={show} />
          </>
        )
      }
      link={({ children }) => (
        <Link to="/shows/$showId" params={{ showId: show.id }}>
          {children}
        </Link>
      )}
      className="h-full"
    />
  )
}
