import type { Artist } from '@sharemyshows/contract/catalog'
import type { ArtistLookups, LookedUpArtist } from '@sharemyshows/contract/lookups'
import type { Db } from '../../../platform/db/connect.ts'
import type { Viewer } from '../../../platform/http/actor.ts'
import type { Patience, Ports } from '../../../platform/providers/ports.ts'
import { type Asker, ask, type Candidate, candidate, reshape, setUp } from '../rules/asking.ts'
import { artistOfMusicbrainz, artistOfSetlistfm } from '../rules/outside.ts'
import { fitted, TYPING_MS } from '../rules/places.ts'
import { together } from '../rules/told.ts'
import { knownArtists } from '../store/known.ts'

export type ArtistSources = {
  db: Db
  ports: Ports
  suggestArtists: (viewer: Viewer, typed: string, limit: number) => Promise<Artist[]>
}

/** Artists by name: those here, then those of whoever is set up. */
export async function searchArtists(
  { db, ports, suggestArtists }: ArtistSources,
  asker: Asker,
  { artist_name: name, typing, limit }: { artist_name: string; typing: boolean; limit: number },
): Promise<ArtistLookups> {
  const patience: Patience = typing ? { waitMs: TYPING_MS } : {}
  const elsewhere: Candidate<LookedUpArtist[]>[] = [
    candidate('musicbrainz', ports.musicbrainz, async (musicbrainz) =>
      reshape(await musicbrainz.searchArtists(name, limit, patience), (found) =>
        found.map(artistOfMusicbrainz),
      ),
    ),
    candidate('setlistfm', ports.setlistfm, async (setlistfm) =>
      reshape(await setlistfm.searchArtists(name, 1, patience), ({ items }) => items.map(artistOfSetlistfm)),
    ),
  ]
  const [own, asked] = await Promise.all([
    suggestArtists(asker.viewer, name, limit),
    ask(asker, typing ? setUp(elsewhere).slice(0, 1) : setUp(elsewhere)),
  ])
  const here = new Set<string | null>(own.map(({ id }) => id))
  const others = await knownArtists(db, asker.viewer, asked.given?.data ?? [])
  const [near, far] = fitted(
    own.map(ofArtist),
    others.filter(({ artist_id }) => !here.has(artist_id)),
    limit,
  )
  return together(near, far, asked)
}

const ofArtist = ({ id, name, mbid }: Artist): LookedUpArtist => ({
  artist_id: id,
  name,
  sort_name: null,
  mbid,
  disambiguation: null,
  country: null,
  url: null,
  source: 'catalogue',
})
