import type { Refusal } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { History } from '../../history/feature.ts'
import { refuseTelling } from '../policy.ts'
import * as store from '../store.ts'

/** Writes down who an artist is elsewhere, as somebody says who may. */
export async function identifyArtist(
  tx: Tx,
  history: History,
  actor: Actor,
  id: string,
  identity: store.Identity,
): Promise<undefined | Refusal> {
  await store.lockThing(tx, 'artist', id)
  const refusal = await refuseTelling(tx, actor, 'artist', id)
  if (refusal !== undefined) return refusal
  const before = await store.identifyArtist(tx, id, identity)
  await history.record(tx, {
    subject: 'artist',
    subjectId: id,
    showId: await store.findShowOf(tx, 'artist', id, actor.id),
    authorId: actor.id,
    kind: 'edit',
    changes: history.differences({ mbid: before }, { mbid: identity.mbid }),
  })
  return undefined
}
