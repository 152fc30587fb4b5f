import type { Tx } from '../../../../platform/db/connect.ts'
import type { Moods } from '../../../moods/feature.ts'
import type { Music } from '../../../music/feature.ts'
import type { Playlists } from '../../../playlists/feature.ts'
import type { Bringer, Bringing } from '../../kinds.ts'
import type { ListenEntry, MoodEntry, PlaylistEntry } from '../rules/extras.ts'
import { brought, settleOrFail } from './settle.ts'

export const moodsBringer = (moods: Pick<Moods, 'bringSample' | 'takeSampleBack'>): Bringer => ({
  async bring({ entry }, { actor, settle }) {
    await settle(async (tx) => brought(await moods.bringSample(tx, actor, entry as MoodEntry)))
  },
  async takeBack(tx, actor, { madeId }) {
    if (madeId !== null) await moods.takeSampleBack(tx, actor, madeId)
    return 'undone'
  },
})

type Tracks = Pick<Music, 'ownTracks'>
type Named = Pick<ListenEntry, 'media_id' | 'spotify_track_id'>

/** The tracks that these are here: recordings that came along, and songs of Spotify's that she has here, too. */
async function tracksOf(
  tx: Tx,
  { ownTracks }: Tracks,
  { actor, idOf }: Bringing,
  named: readonly Named[],
): Promise<(string | undefined)[]> {
  const places = []
  for (const { media_id, spotify_track_id: spotifyId } of named) {
    places.push({ mediaId: media_id && (await idOf(tx, 'media', media_id)), spotifyId })
  }
  return ownTracks(tx, actor.id, places)
}

/** Lists of tracks; those that are not here are left out, which is said. */
export const playlistsBringer = (
  music: Tracks,
  playlists: Pick<Playlists, 'bring' | 'takeBack'>,
): Bringer => ({
  async bring({ entry }, bringing) {
    const { items, created_at: createdAt, ...said } = entry as PlaylistEntry
    await settleOrFail(bringing, 'playlists', async (tx) => {
      const tracks = await tracksOf(tx, music, bringing, items)
      const trackIds = tracks.filter((id) => id !== undefined)
      const made = await playlists.bring(tx, bringing.actor, { ...said, createdAt, trackIds })
      if ('refused' in made) return made
      const left = tracks.length - trackIds.length
      const message = `${said.name}: ${left} of its tracks ${left === 1 ? 'is' : 'are'} not here, and left out.`
      return { ...brought(made), ...(left > 0 && { problems: [{ field: 'playlists', message }] }) }
    })
  },
  async takeBack(tx, actor, { madeId }) {
    const gone = madeId === null || (await playlists.takeBack(tx, actor, madeId))
    return gone ? 'undone' : 'kept'
  },
})

/** What was played, of tracks that are here. */
export const listensBringer = (music: Tracks & Pick<Music, 'bringListen' | 'takeListenBack'>): Bringer => ({
  async bring({ entry }, bringing) {
    const listen = entry as ListenEntry
    const { mood, seconds, outcome, played_at } = listen
    await bringing.settle(async (tx) => {
      const [trackId] = await tracksOf(tx, music, bringing, [listen])
      if (trackId === undefined) return { outcome: 'skipped' }
      return brought(
        await music.bringListen(tx, bringing.actor, { trackId, mood, seconds, outcome, played_at }),
      )
    })
  },
  async takeBack(tx, actor, { madeId }) {
    if (madeId !== null) await music.takeListenBack(tx, actor, madeId)
    return 'undone'
  },
})
