import type { Db, Tx } from '../../../platform/db/connect.ts'
import type { Leaver } from '../../../platform/db/forget.ts'
import { removeSome } from '../store/entries.ts'
import { addSongs, awaitUnasked, removeSongs, type Song, sweepSongs } from '../store/songs.ts'

const A_TIME = 1000

/** Takes songs into a person's library; gives how many are new there. Where nobody tells how they sound, nobody is waited for. */
export const takeSongs = (
  tx: Tx,
  described: boolean,
  personId: string,
  songs: readonly Song[],
): Promise<number> => addSongs(tx, personId, songs, described ? 'awaited' : 'unknown')

/** Takes all songs of Spotify's out of a person's library and lists, with what she heard of them. */
export async function dropSongs(
  tx: Tx,
  takeOffLists: (tx: Tx, personId: string, trackIds: readonly string[]) => Promise<void>,
  personId: string,
): Promise<void> {
  for (;;) {
    const gone = await removeSongs(tx, personId, A_TIME)
    if (gone.length === 0) return
    await takeOffLists(tx, personId, gone)
    await sweepSongs(tx, gone)
  }
}

/** Follows the operator, who has begun or ceased to have songs described. */
export const followDescriber = (db: Db, described: boolean): Promise<void> =>
  awaitUnasked(db, described ? 'awaited' : 'unknown')

/** Lets go of some of what a person has and heard, and of songs that nobody else has; true while there may be more. */
export async function forgetMusic(tx: Tx, { id }: Leaver): Promise<boolean> {
  const songs = await removeSongs(tx, id, A_TIME)
  await sweepSongs(tx, songs)
  return (await removeSome(tx, id, A_TIME)) || songs.length > 0
}
