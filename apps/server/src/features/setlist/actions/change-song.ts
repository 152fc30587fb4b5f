import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { SongChange } from '@sharemyshows/contract/setlist'
import type { z } from 'zod'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { otherThan, type Placed, placed, setBeside } from '../rules.ts'
import { updateSong, writePlaces } from '../store.ts'
import { type Deps, edit } from './edit.ts'

/** Changes what was sent of a song, and moves it when its place was. */
export function changeSong(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  showId: string,
  songId: string,
  written: z.output<typeof SongChange>,
): Promise<undefined | Refusal> {
  return edit(tx, deps, actor, showId, async ({ show, songs, headliner }) => {
    const index = songs.findIndex(({ id }) => id === songId)
    const song = songs[index]
    if (song === undefined) return refuse('not_found')
    const { song_order: position = index + 1, encore = song.encore, set, artist_name, ...text } = written
    const artist = artist_name === undefined ? {} : { artist_name: otherThan(headliner, artist_name) }
    const sent = Object.entries({ ...text, ...artist }).filter(([, value]) => value !== undefined)
    await updateSong(tx, songId, Object.fromEntries(sent))
    const others = songs.toSpliced(index, 1)
    const beside = encore === song.encore ? song.set : setBeside(others, position, encore)
    const moved: Placed = { id: songId, encore, set: set ?? beside }
    await writePlaces(tx, show, placed(others, [moved], position))
    return undefined
  })
}
