import type { PublicProfile } from '@sharemyshows/contract/people'
import { Link } from '@tanstack/react-router'
import { RankedList } from '@/ui/ranked-list'

/** Whom a person saw most often. */
export function TopArtists({ artists }: { artists: PublicProfile['top_artists'] }) {
  return (
    <RankedList
      title="Seen most often"
      items={artists.map(({ id, name, shows }) => ({ id, name, count: shows }))}
      say={(count) => `${count} ${count === 1 ? 'time' : 'times'}`}
      link={({ id }, children) => (
        <Link to="/artists/$artistId" params={{ artistId: id }} className="min-w-0 hover:text-accent">
          {children}
        </Link>
      )}
    />
  )
}
