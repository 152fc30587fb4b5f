import type { ArtistLookups } from '@sharemyshows/contract/lookups'
import type { Db } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { Musicbrainz } from '../../../platform/providers/ports.ts'
import type { Lookups } from '../../lookups/feature.ts'
import { askIf, nothingFrom } from '../rules.ts'
import { findArtist } from '../store.ts'

export type FindIdentitiesDeps = {
  db: Db
  musicbrainz: Musicbrainz | null
  lookups: Pick<Lookups, 'artistsOf'>
}

const MOST = 8

/** Who an artist may be in MusicBrainz; undefined when the person sees no show of hers. */
export async function findIdentities(
  { db, musicbrainz, lookups }: FindIdentitiesDeps,
  actor: Actor,
  id: string,
): Promise<ArtistLookups | undefined> {
  const name = await findArtist(db, actor.id, id)
  if (name === undefined) return undefined
  const answer = await askIf(musicbrainz, (port) => port.searchArtists(name, MOST))
  if (answer.result !== 'ok') return nothingFrom([{ provider: 'musicbrainz', result: answer.result }])
  return {
    provider: 'musicbrainz',
    result: 'ok',
    attribution: musicbrainz?.attribution ?? null,
    tried: [],
    items: await lookups.artistsOf(actor.id, answer.data),
    next_page: null,
  }
}
