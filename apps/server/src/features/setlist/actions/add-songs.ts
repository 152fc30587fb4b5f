import { type Refusal, refuseField } from '@sharemyshows/contract/errors'
import type { SongText } from '@sharemyshows/contract/setlist'
import type { z } from 'zod'
import type { Tx } from '../../../platform/db/connect.ts'
import { newId } from '../../../platform/db/ids.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { MOST_SONGS, otherThan, type Placed, placed, setBeside } from '../rules.ts'
import { insertSongs, type Song, writePlaces } from '../store.ts'
import { type Deps, edit } from './edit.ts'

export type Written = z.output<typeof SongText>
export type NewSong = Placed & Song

/** Adds songs one after the other, all or none, at `position`, else at the end. Gives their ids. */
export function addSongs(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  showId: string,
  written: readonly Written[],
  position?: number,
): Promise<string[] | Refusal> {
  return edit(tx, deps, actor, showId, async ({ show, songs, headliner }) => {
    if (songs.length + written.length > MOST_SONGS) return tooMany()
    const at = Math.min(position ?? songs.length + 1, songs.length + 1)
    const added = composed(written, headliner, songs, at)
    await insertSongs(tx, show, songs.length, added)
    await writePlaces(tx, show, placed<Placed>(songs, added, at))
    return added.map(({ id }) => id)
  })
}

/** Songs as they are kept, for a place among others; one that names no set goes with its neighbours. */
export function composed(
  written: readonly Written[],
  headliner: string,
  songs: readonly Placed[] = [],
  position = 1,
): NewSong[] {
  const before = songs.slice(0, position - 1)
  const after = songs.slice(position - 1)
  const composed: NewSong[] = []
  for (const { encore = false, set, artist_name = null, cover_of = null, guest = null, ...song } of written) {
    const neighbours = [...before, ...composed, ...after]
    composed.push({
      song_name: song.song_name,
      tape: song.tape ?? false,
      notes: song.notes ?? null,
      id: newId(),
      encore,
      set: set ?? setBeside(neighbours, before.length + composed.length + 1, encore),
      artist_name: otherThan(headliner, artist_name),
      cover_of,
      guest,
    })
  }
  return composed
}

export const tooMany = (): Refusal => refuseField('songs', `A setlist holds ${MOST_SONGS} songs at most`)
