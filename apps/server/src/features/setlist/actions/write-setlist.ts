import { type Refusal, refuse, refuseField } from '@sharemyshows/contract/errors'
import type { SetlistText } from '@sharemyshows/contract/whole-setlist'
import type { z } from 'zod'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { Placed } from '../rules.ts'
import { deleteSongs, insertSongs, writePlaces } from '../store.ts'
import { composed } from './add-songs.ts'
import { type Deps, edit } from './edit.ts'

/** Writes a setlist anew: keeps the songs named, adds those written out, removes the rest. */
export function writeSetlist(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  showId: string,
  { songs: written, instead_of }: z.output<typeof SetlistText>,
): Promise<undefined | Refusal> {
  return edit(tx, deps, actor, showId, async ({ show, songs, headliner }) => {
    const now = new Map(songs.map((song) => [song.id, song]))
    const ids = [...now.keys()]
    if (instead_of !== undefined && instead_of.join() !== ids.join()) return refuse('order_outdated')
    const kept = written.flatMap((song) => ('id' in song ? [song.id] : []))
    if (new Set(kept).size !== kept.length) return refuseField('songs', 'Name each song once')
    if (kept.some((id) => !now.has(id))) return refuse('order_outdated')

    const list: Placed[] = []
    const added = []
    for (const song of written) {
      const stays = 'id' in song ? now.get(song.id) : undefined
      if (stays !== undefined) list.push(stays)
      else if (!('id' in song)) {
        const made = composed([song], headliner, list, list.length + 1)
        added.push(...made)
        list.push(...made)
      }
    }
    await deleteSongs(
      tx,
      show,
      ids.filter((id) => !kept.includes(id)),
    )
    await insertSongs(tx, show, songs.length, added)
    await writePlaces(tx, show, list)
    return undefined
  })
}
