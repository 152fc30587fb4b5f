import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { Stretch } from '../../history/feature.ts'
import { deleteSongs, insertSongs, readSongs, writePlaces } from '../store.ts'
import { composed } from './add-songs.ts'
import { type Deps, edit } from './edit.ts'

/** Puts back what a stretch of a setlist said; refused when it says something else by now than it was made to say. */
export function putBack(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  showId: string,
  { head, before, after }: Stretch,
  revertsId: string,
): Promise<undefined | Refusal> {
  const act: Parameters<typeof edit<undefined>>[4] = async ({ show, songs, headliner }) => {
    const end = head + after.length
    const now = await readSongs(tx, show)
    if (!deps.history.areSame(now.slice(head, end), after)) return refuse('changed_since')
    const back = composed(before, headliner)
    await deleteSongs(
      tx,
      show,
      songs.slice(head, end).map(({ id }) => id),
    )
    await insertSongs(tx, show, songs.length, back)
    await writePlaces(tx, show, [...songs.slice(0, head), ...back, ...songs.slice(end)])
    return undefined
  }
  return edit(tx, deps, actor, showId, act, revertsId)
}
