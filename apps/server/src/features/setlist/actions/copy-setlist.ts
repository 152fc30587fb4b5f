import { type Refusal, refuse, refuseField } from '@sharemyshows/contract/errors'
import type { copySetlist as contract } from '@sharemyshows/contract/whole-setlist'
import type { z } from 'zod'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { seeShow } from '../../../viewer/gate.ts'
import { MOST_SONGS } from '../rules.ts'
import { deleteSongs, insertSongs, readSongs } from '../store.ts'
import { composed, tooMany } from './add-songs.ts'
import { type Deps, edit } from './edit.ts'

/** Copies the songs of another show the actor may see, into an empty setlist unless told what becomes of a full one. */
export function copySetlist(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  showId: string,
  { from_show_id, mode }: z.output<(typeof contract)['body']>,
): Promise<undefined | Refusal> {
  return edit(tx, deps, actor, showId, async ({ show, songs, headliner }) => {
    const from = await seeShow(tx, actor.id, from_show_id)
    if (from === null) return refuse('not_found')
    if (from === show) return refuseField('from_show_id', 'Choose another show')
    if (songs.length > 0 && mode === undefined) return refuse('setlist_not_empty')
    if (mode === 'replace')
      await deleteSongs(
        tx,
        show,
        songs.map(({ id }) => id),
      )
    const stay = mode === 'replace' ? 0 : songs.length
    const copies = await readSongs(tx, from)
    if (stay + copies.length > MOST_SONGS) return tooMany()
    await insertSongs(tx, show, stay, composed(copies, headliner))
    return undefined
  })
}
