import type { Tx } from '../../../platform/db/connect.ts'
import type { Music } from '../../music/feature.ts'
import type { Playlists } from '../../playlists/feature.ts'
import { removeSyncs } from '../store.ts'

export type DropDeps = {
  dropSongs: Music['dropSongs']
  playlists: Pick<Playlists, 'forgetSent'>
}

/**
 * Lets go of all that came from an account at Spotify, as its terms ask for. The syncs first: a page that is being kept
 * just now is waited for, and none comes after it.
 */
export async function dropAll({ dropSongs, playlists }: DropDeps, tx: Tx, personId: string): Promise<void> {
  await removeSyncs(tx, personId)
  await dropSongs(tx, personId)
  await playlists.forgetSent(tx, personId)
}
