import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { RevisedChange } from '@sharemyshows/contract/history'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { announce } from '../../../platform/live/rooms.ts'
import type { History } from '../../history/feature.ts'
import { refuseTelling } from '../policy.ts'
import { type Identity, nobody } from '../rules.ts'
import * as store from '../store.ts'

/** Writes down who an artist is elsewhere, as somebody says who may; null says that she is nobody there. */
export function identifyArtist(
  tx: Tx,
  history: History,
  actor: Actor,
  id: string,
  identity: Identity | null,
): Promise<undefined | Refusal> {
  return identify(tx, history, actor, id, () => ({ identity: identity ?? nobody }))
}

/** What a revision changed of who an artist is. */
export type Said = { id: string; changes: readonly RevisedChange[] }

/**
 * Puts back who an artist was said to be; refused when it is somebody else by now. What told her apart, and her cover, were
 * not written down: they come with saying it anew.
 */
export function putIdentityBack(
  tx: Tx,
  history: History,
  actor: Actor,
  id: string,
  revision: Said,
): Promise<undefined | Refusal> {
  return identify(tx, history, actor, id, (mbid) => {
    if (!history.stillStands(revision.changes, { mbid })) return refuse('changed_since')
    const before = revision.changes.find(({ field }) => field === 'mbid')?.before
    const identity = { ...nobody, mbid: typeof before === 'string' ? before : null }
    return { identity, revertsId: revision.id }
  })
}

type Deed = { identity: Identity; revertsId?: string }

async function identify(
  tx: Tx,
  history: History,
  actor: Actor,
  id: string,
  decide: (mbid: string | null) => Deed | Refusal,
): Promise<undefined | Refusal> {
  await store.lockThing(tx, 'artist', id)
  const refusal = await refuseTelling(tx, actor, 'artist', id)
  if (refusal !== undefined) return refusal
  const before = await store.readMbid(tx, id)
  const deed = decide(before)
  if (isRefusal(deed)) return deed
  const { identity, revertsId } = deed
  await store.identifyArtist(tx, id, identity)
  const showId = await store.findShowOf(tx, 'artist', id, actor.id)
  await history.record(tx, {
    subject: 'artist',
    subjectId: id,
    showId,
    authorId: actor.id,
    kind: revertsId === undefined ? 'edit' : 'revert',
    revertsId,
    changes: history.differences({ mbid: before }, { mbid: identity.mbid }),
  })
  if (showId !== null) await announce(tx, 'show', showId, 'facts')
  return undefined
}
