import { Link } from '@tanstack/react-router'
import { sayVenue } from '@/lib/places'
import { Badge } from '@/ui/badge'
import { TicketStub } from '@/ui/ticket-stub'
import { dateBlockOf, type Show, sayWhen, supportOf, tintOfShow } from '../model'
import { ShowFacts } from './show-facts'

/** What a page is about, which its stubs need not say again. */
export type About = { artist_id: string; venue_id?: never } | { venue_id: string; artist_id?: never }

type ShowStubProps = {
  show: Show
  /** No heading above says the year. */
  withYear?: boolean
  size?: 'list' | 'compact'
  /** Says how far off it is. */
  coming?: boolean
  about?: About | undefined
}

/** A show as a ticket that leads to its page. */
export function ShowStub({ show, withYear = false, size = 'list', coming = false, about }: ShowStubProps) {
  const words = wordsOf(show, about)
  return (
    <TicketStub
      size={size}
      tint={tintOfShow(show)}
      picture={size === 'list' ? show.cover?.thumbnail : undefined}
      date={dateBlockOf(show, withYear)}
      title={words.title}
      support={words.support}
      place={
        words.place && (
          // above the link that the whole stub is, where a pointer is exact enough to mean it
          <Link
            to="/venues/$venueId"
            params={{ venueId: show.venue.id }}
            className="pointer-fine:relative pointer-fine:z-10 hover:text-ink hover:underline"
          >
            {words.place}
          </Link>
        )
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

/** On an artist's page the place stands for the night, on a venue's page it goes without saying. */
function wordsOf(show: Show, about: About | undefined) {
  const { artist_name, venue_name: name, venue_city: city, lineup } = show
  if (about?.artist_id) {
    const others = lineup.filter(({ artist }) => artist.id !== about.artist_id)
    return { title: name, support: others.map(({ artist }) => artist.name), place: city }
  }
  const title = artist_name
  return { title, support: supportOf(show), place: about?.venue_id ? null : sayVenue({ name, city }) }
}
