import { type Refusal, refuseField } from '@sharemyshows/contract/errors'
import type { Db } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { Musicbrainz } from '../../../platform/providers/ports.ts'
import type { Identity, Telling } from '../../catalog/feature.ts'
import { askIf, refusalOf } from '../rules.ts'

export type FindIdentityDeps = {
  db: Db
  musicbrainz: Musicbrainz | null
  refuseTelling: Telling['refuseTelling']
}

/**
 * What is kept of an artist of MusicBrainz, in its own words, with the cover that stands for her where there is one; asked
 * only for whoever may say who she is, and before anything is locked. Null for nobody.
 */
export async function findIdentity(
  { db, musicbrainz, refuseTelling }: FindIdentityDeps,
  actor: Actor,
  artistId: string,
  mbid: string | null,
): Promise<Identity | null | Refusal> {
  const refusal = await refuseTelling(db, actor, 'artist', artistId)
  if (refusal !== undefined) return refusal
  if (mbid === null) return null
  const answer = await askIf(musicbrainz, (port) => port.artist(mbid.toLowerCase()))
  if (answer.result === 'empty') return refuseField('mbid', 'MusicBrainz knows nobody by this id')
  if (answer.result !== 'ok') return refusalOf(answer.result)
  // an id that was merged away there leads to the one that stays
  const artist = answer.data
  const cover = await askIf(musicbrainz, (port) => port.coverOf(artist.mbid))
  return {
    mbid: artist.mbid,
    disambiguation: artist.disambiguation,
    cover_group: cover.result === 'ok' ? cover.data.groupMbid : null,
    cover_title: cover.result === 'ok' ? cover.data.title : null,
  }
}
