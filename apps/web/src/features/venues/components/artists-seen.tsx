import type { ArtistPlayed } from '@sharemyshows/contract/venues'
import { Link } from '@tanstack/react-router'
import { RankedList } from '@/ui/ranked-list'

type ArtistsSeenProps = { artists: readonly ArtistPlayed[] /** Only those I saw. */; mine: boolean }

/** Who played there, or whom I saw there. */
export function ArtistsSeen({ artists, mine }: ArtistsSeenProps) {
  const items = artists
    .filter((artist) => !mine || artist.mine > 0)
    .map(({ id, name, ...artist }) => ({ id, name, count: mine ? artist.mine : artist.shows }))
  return (
    <RankedList
      title={mine ? 'Who you saw here' : 'Who played here'}
      items={items}
      say={(count) => `${count} ${count === 1 ? 'time' : 'times'}`}
      link={({ id }, children) => (
        <Link to="/artists/$artistId" params={{ artistId: id }} className="min-w-0 hover:text-accent">
          {children}
        </Link>
      )}
    />
  )
}
