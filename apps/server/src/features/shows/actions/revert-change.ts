import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Revision } from '@sharemyshows/contract/history'
import type { ShowChange } from '@sharemyshows/contract/shows'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { SeenShowId } from '../../../viewer/gate.ts'
import type { Stretch } from '../../history/feature.ts'
import { requireEditor } from '../policy.ts'
import { factsOnWire } from '../rules.ts'
import { lockFacts } from '../store/shows.ts'
import { type ChangeDeps, changeShow } from './change-show.ts'

export type RevertDeps = ChangeDeps & {
  putSetlistBack: (
    tx: Tx,
    actor: Actor,
    showId: string,
    stretch: Stretch,
    revertsId: string,
  ) => Promise<undefined | Refusal>
  putIdentityBack: (
    tx: Tx,
    actor: Actor,
    artistId: string,
    revision: Pick<Revision, 'id' | 'changes'>,
  ) => Promise<undefined | Refusal>
}

/** Puts back what a revision changed, as an edit; refused when something it changed says something else by now. */
export async function revertChange(
  tx: Tx,
  deps: RevertDeps,
  actor: Actor,
  id: string,
  revisionId: string,
): Promise<SeenShowId | Refusal> {
  const show = await requireEditor(tx, actor, id)
  if (isRefusal(show)) return show
  const revision = await deps.history.readRevision(tx, actor.id, show, revisionId)
  if (revision === undefined) return refuse('not_found')
  const { changes, subject, subject_id } = revision
  if (revision.kind === 'merge') return refuse('not_revertible')
  if (subject === 'artist') return (await deps.putIdentityBack(tx, actor, subject_id, revision)) ?? show
  if (changes.some(({ field }) => field === 'setlist')) {
    const stretch = deps.history.stretchOf(changes)
    if (stretch === undefined) return refuse('not_revertible')
    return (await deps.putSetlistBack(tx, actor, show, stretch, revision.id)) ?? show
  }
  const facts = await lockFacts(tx, show)
  if (facts === undefined) return refuse('not_found')
  const { meeting, venue } = factsOnWire(facts)
  const moved = subject === 'venue' && subject_id !== facts.venue_id
  if (moved || !deps.history.stillStands(changes, { ...meeting, ...venue })) return refuse('changed_since')
  const before = Object.fromEntries(changes.map((change) => [change.field, change.before]))
  return changeShow(tx, deps, actor, id, before as ShowChange, revision.id)
}
