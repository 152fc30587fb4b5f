import { isRefusal, type Refusal, refuse, refuseField } from '@sharemyshows/contract/errors'
import type { SongChange, SongCreate } from '@sharemyshows/contract/setlist'
import type { z } from 'zod'
import type { Tx } from '../../platform/db/connect.ts'
import { newId } from '../../platform/db/ids.ts'
import type { Actor } from '../../platform/http/actor.ts'
import type { SeenShowId } from '../../viewer/gate.ts'
import type { Attendances } from '../attendance/feature.ts'
import { guest, isPermutation, MOST_SONGS, placed } from './rules.ts'
import * as store from './store.ts'

export type Deps = { attendance: Pick<Attendances, 'requireAttendee'> }

/** A setlist that is the actor's to edit, locked. */
type Editing = store.Setlist & { show: SeenShowId }

async function edit(tx: Tx, { attendance }: Deps, actor: Actor, showId: string): Promise<Editing | Refusal> {
  const show = await attendance.requireAttendee(tx, actor.id, showId)
  return isRefusal(show) ? show : { show, ...(await store.lockSetlist(tx, show)) }
}

async function editSong(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  showId: string,
  songId: string,
): Promise<Editing | Refusal> {
  const editing = await edit(tx, deps, actor, showId)
  return isRefusal(editing) || editing.order.includes(songId) ? editing : refuse('not_found')
}

/** Adds a song at its place, else at the end. Gives its id. */
export async function addSong(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  showId: string,
  written: z.output<typeof SongCreate>,
): Promise<string | Refusal> {
  const editing = await edit(tx, deps, actor, showId)
  if (isRefusal(editing)) return editing
  const { show, order, headliner } = editing
  if (order.length >= MOST_SONGS)
    return refuseField('song_name', `A setlist holds ${MOST_SONGS} songs at most`)
  const { song_name, song_order = order.length + 1, encore = false, notes = null } = written
  const id = newId()
  const artist_name = guest(written.artist_name ?? null, headliner)
  await store.insertSong(tx, show, id, order.length + 1, { song_name, artist_name, encore, notes })
  await store.writeOrder(tx, show, placed(order, id, song_order))
  return id
}

/** Changes what was sent of a song, and moves it when its place was. */
export async function changeSong(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  showId: string,
  songId: string,
  written: z.output<typeof SongChange>,
): Promise<undefined | Refusal> {
  const editing = await editSong(tx, deps, actor, showId, songId)
  if (isRefusal(editing)) return editing
  const { song_order, artist_name, ...song } = written
  const artist = artist_name === undefined ? {} : { artist_name: guest(artist_name, editing.headliner) }
  const sent = Object.entries({ ...song, ...artist }).filter(([, value]) => value !== undefined)
  await store.updateSong(tx, songId, Object.fromEntries(sent))
  if (song_order !== undefined) {
    await store.writeOrder(tx, editing.show, placed(editing.order, songId, song_order))
  }
  return undefined
}

/** Removes a song; those after it move up. */
export async function deleteSong(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  showId: string,
  songId: string,
): Promise<undefined | Refusal> {
  const editing = await editSong(tx, deps, actor, showId, songId)
  if (isRefusal(editing)) return editing
  await store.deleteSong(tx, songId)
  await store.writeOrder(
    tx,
    editing.show,
    editing.order.filter((id) => id !== songId),
  )
  return undefined
}

/** Puts the songs in a new order; refused when it does not name the songs there are, each once. */
export async function reorder(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  showId: string,
  order: readonly string[],
): Promise<undefined | Refusal> {
  const editing = await edit(tx, deps, actor, showId)
  if (isRefusal(editing)) return editing
  if (!isPermutation(order, editing.order)) return refuse('order_outdated')
  await store.writeOrder(tx, editing.show, order)
  return undefined
}
