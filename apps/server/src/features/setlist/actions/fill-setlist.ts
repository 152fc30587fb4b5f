import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { SeenShowId } from '../../../viewer/gate.ts'
import { MOST_SONGS } from '../rules.ts'
import { deleteSongs, insertSongs } from '../store.ts'
import { composed, tooMany, type Written } from './add-songs.ts'
import { type Deps, edit } from './edit.ts'

/** What becomes of the songs of a setlist that has some already. */
export type Mode = 'append' | 'replace' | undefined

/** Fills an empty setlist with songs; one that has some is refused unless told what becomes of them. */
export function fillSetlist(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  showId: string,
  mode: Mode,
  songsFor: (show: SeenShowId) => Promise<readonly Written[] | Refusal>,
): Promise<undefined | Refusal> {
  return edit(tx, deps, actor, showId, async ({ show, songs, headliner }) => {
    const written = await songsFor(show)
    if (isRefusal(written)) return written
    if (songs.length > 0 && mode === undefined) return refuse('setlist_not_empty')
    if (mode === 'replace')
      await deleteSongs(
        tx,
        show,
        songs.map(({ id }) => id),
      )
    const stay = mode === 'replace' ? 0 : songs.length
    if (stay + written.length > MOST_SONGS) return tooMany()
    await insertSongs(tx, show, stay, composed(written, headliner))
    return undefined
  })
}
