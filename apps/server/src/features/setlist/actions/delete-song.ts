import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { deleteSongs, writePlaces } from '../store.ts'
import { type Deps, edit } from './edit.ts'

/** Removes a song; those after it move up. */
export function deleteSong(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  showId: string,
  songId: string,
): Promise<undefined | Refusal> {
  return edit(tx, deps, actor, showId, async ({ show, songs }) => {
    const others = songs.filter(({ id }) => id !== songId)
    if (others.length === songs.length) return refuse('not_found')
    await deleteSongs(tx, show, [songId])
    await writePlaces(tx, show, others)
    return undefined
  })
}
