/** A song as Spotify has it in its answers. */
export type MadeUpTrack = ReturnType<typeof madeUpTrack>

/** Somebody's account at Spotify, and all that is in it. */
export type Listener = {
  id: string
  name: string
  /** Whether she agrees when she is asked. */
  agrees: boolean
  premium: boolean
  /** Songs she saved, the newest first. */
  saved: MadeUpTrack[]
  devices: { id: string; name: string; active: boolean; volume: number }[]
  playing: { uris: string[]; at: number; paused: boolean } | null
  playlists: Map<string, { name: string; description: string | null; public: boolean; uris: string[] }>
}

const trackId = (number: number) => `t${String(number).padStart(21, '0')}`

export function madeUpTrack(number: number, artist = `Artist ${number % 40}`) {
  const id = trackId(number)
  const named = { id: `a${number % 40}`, name: artist, type: 'artist', uri: `spotify:artist:a${number % 40}` }
  const link = { spotify: `https://open.spotify.com/track/${id}` }
  return {
    id,
    uri: `spotify:track:${id}`,
    type: 'track' as const,
    name: `Song ${number}`,
    duration_ms: 180_000 + number,
    explicit: false,
    track_number: 1,
    disc_number: 1,
    is_local: false,
    artists: [{ ...named, href: '', external_urls: link }],
    album: {
      album_type: 'album',
      available_markets: [],
      total_tracks: 10,
      id: `b${number % 60}`,
      name: `Album ${number % 60}`,
      type: 'album',
      uri: `spotify:album:b${number % 60}`,
      href: '',
      external_urls: link,
      release_date: '2020-01-01',
      release_date_precision: 'day',
      artists: [{ ...named, href: '', external_urls: link }],
      images: [{ url: `https://i.scdn.co/image/${number % 60}`, width: 640, height: 640 }],
    },
    external_ids: { isrc: `XX${String(number).padStart(10, '0')}` },
    external_urls: link,
    href: '',
  }
}

/** Somebody with Premium, so many saved songs and a device that is on. */
export const createListener = (id: string, songs = 3): Listener => ({
  id,
  name: `${id} at Spotify`,
  agrees: true,
  premium: true,
  saved: Array.from({ length: songs }, (_none, at) => madeUpTrack(at)),
  devices: [{ id: 'kitchen', name: 'Kitchen', active: true, volume: 40 }],
  playing: null,
  playlists: new Map(),
})
