import type { Comments } from '../../comments/feature.ts'
import type { Moods } from '../../moods/feature.ts'
import type { Music } from '../../music/feature.ts'
import type { Playlists } from '../../playlists/feature.ts'
import type { Bringers, Reader } from '../kinds.ts'
import { commentsBringer } from './actions/bring-comments.ts'
import { type MediaDeps, mediaBringer } from './actions/bring-media.ts'
import { listensBringer, moodsBringer, playlistsBringer } from './actions/bring-music.ts'
import { type ProfileDeps, profileBringer } from './actions/bring-profile.ts'
import { readAccount } from './actions/read-account.ts'

export type AccountDeps = ProfileDeps &
  MediaDeps & { comments: Comments; moods: Moods; music: Music; playlists: Playlists }

/** An account of this or another server, as it was exported: how it is read, and how what it brings besides shows is added. */
export function createAccountImport(deps: AccountDeps): {
  read: Reader
  bringers: Omit<Bringers, 'shows'>
} {
  const { comments, moods, music, playlists } = deps
  return {
    read: readAccount,
    bringers: {
      profile: profileBringer(deps),
      media: mediaBringer(deps),
      comments: commentsBringer(comments),
      moods: moodsBringer(moods),
      playlists: playlistsBringer(music, playlists),
      listens: listensBringer(music),
    },
  }
}
