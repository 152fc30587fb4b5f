import type { ArtistLookups } from '@sharemyshows/contract/lookups'
import type { Db } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { Musicbrainz } from '../../../platform/providers/ports.ts'
import { askIf, nothingFrom, toldArtist } from '../rules.ts'
import * as store from '../store.ts'

const MOST = 8

/** Who an artist may be in MusicBrainz; undefined when the person sees no show of hers. */
export async function findIdentities(
  { db, musicbrainz }: { db: Db; musicbrainz: Musicbrainz | null },
  actor: Actor,
  id: string,
): Promise<ArtistLookups | undefined> {
  const name = await store.findArtist(db, actor.id, id)
  if (name === undefined) return undefined
  const answer = await askIf(musicbrainz, (port) => port.searchArtists(name, MOST))
  if (answer.result !== 'ok') return nothingFrom([{ provider: 'musicbrainz', result: answer.result }])
  const known = await store.findKnown(
    db,
    actor.id,
    answer.data.map(({ mbid }) => mbid),
  )
  return {
    provider: 'musicbrainz',
    result: 'ok',
    attribution: musicbrainz?.attribution ?? null,
    tried: [],
    items: answer.data.map((artist) => toldArtist(artist, known.get(artist.mbid) ?? null)),
    next_page: null,
  }
}
