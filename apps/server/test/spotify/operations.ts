import type { Listener, MadeUpTrack } from './listener.ts'
import type { Call, Said } from './wire.ts'

type Operation = { on: string; act: (call: Call) => Said }

const done: Said = { status: 204 }
const no = (status: number, message: string, reason?: string): Said => ({
  status,
  body: { error: { status, message, ...(reason && { reason }) } },
})

const deviceOf = ({ id, name, active, volume }: Listener['devices'][number]) => ({
  id,
  name,
  type: 'Speaker',
  is_active: active,
  is_private_session: false,
  is_restricted: false,
  volume_percent: volume,
  supports_volume: true,
})

/** What only a listener with Premium and a device that is on may do. */
const onPlayer =
  (act: (call: Call, device: Listener['devices'][number]) => void) =>
  (call: Call): Said => {
    const { premium, devices } = call.listener
    if (!premium) return no(403, 'Player command failed: Premium required', 'PREMIUM_REQUIRED')
    const wanted = call.query.device_id ?? (call.body.device_ids as string[] | undefined)?.[0]
    const device = devices.find(({ id, active }) => (wanted === undefined ? active : id === wanted))
    if (device === undefined)
      return wanted === undefined
        ? no(404, 'Player command failed: No active device found', 'NO_ACTIVE_DEVICE')
        : no(404, 'Device not found')
    act(call, device)
    return done
  }

const known = (listener: Listener, uri: string | undefined): MadeUpTrack | undefined =>
  listener.saved.find((track) => track.uri === uri)

function saved({ listener, base, query }: Call): Said {
  const [limit, offset] = [Number(query.limit ?? 20), Number(query.offset ?? 0)]
  const total = listener.saved.length
  const href = (at: number) => `${base}/v1/me/tracks?offset=${at}&limit=${limit}`
  return {
    status: 200,
    body: {
      href: href(offset),
      limit,
      offset,
      total,
      next: offset + limit < total ? href(offset + limit) : null,
      previous: offset > 0 ? href(Math.max(0, offset - limit)) : null,
      items: listener.saved
        .slice(offset, offset + limit)
        .map((track, at) => ({ added_at: new Date(1.7e12 - (offset + at) * 1000).toISOString(), track })),
    },
  }
}

function player({ listener }: Call): Said {
  const device = listener.devices.find(({ active }) => active)
  if (listener.playing === null || device === undefined) return done
  const { uris, at, paused } = listener.playing
  return {
    status: 200,
    body: {
      device: deviceOf(device),
      repeat_state: 'off',
      shuffle_state: false,
      timestamp: 1_700_000_000_000,
      progress_ms: 41_000,
      is_playing: !paused,
      currently_playing_type: 'track',
      item: known(listener, uris[at]) ?? null,
    },
  }
}

function changePlaylist(status: number, change: (uris: string[], given: string[]) => string[]) {
  return ({ listener, params, body }: Call): Said => {
    const playlist = listener.playlists.get(params.playlist_id ?? '')
    if (playlist === undefined) return no(404, 'Resource not found')
    const given = (body.uris ?? []) as string[]
    if (given.length > 100) return no(400, 'You can add a maximum of 100 tracks per request.')
    playlist.uris = change(playlist.uris, given)
    return { status, body: { snapshot_id: `snapshot-${playlist.uris.length}` } }
  }
}

/** What the product calls, by the names Spotify's description has for it. */
export const operations: Record<string, Operation> = {
  'get-current-users-profile': {
    on: 'GET /me',
    act: ({ listener: { id, name } }) => ({
      status: 200,
      body: { id: `old-${id}`, account_id: id, display_name: name, type: 'user', uri: `spotify:user:${id}` },
    }),
  },
  'get-users-saved-tracks': { on: 'GET /me/tracks', act: saved },
  'get-information-about-the-users-current-playback': { on: 'GET /me/player', act: player },
  'get-a-users-available-devices': {
    on: 'GET /me/player/devices',
    act: ({ listener }) => ({ status: 200, body: { devices: listener.devices.map(deviceOf) } }),
  },
  'start-a-users-playback': {
    on: 'PUT /me/player/play',
    act: onPlayer(({ listener, body }, device) => {
      for (const each of listener.devices) each.active = each === device
      const uris = body.uris as string[] | undefined
      if (uris !== undefined) listener.playing = { uris, at: 0, paused: false }
      else if (listener.playing !== null) listener.playing.paused = false
    }),
  },
  'transfer-a-users-playback': {
    on: 'PUT /me/player',
    act: onPlayer(({ listener, body }, device) => {
      for (const each of listener.devices) each.active = each === device
      if (body.play === true && listener.playing !== null) listener.playing.paused = false
    }),
  },
  'pause-a-users-playback': {
    on: 'PUT /me/player/pause',
    act: onPlayer(({ listener }) => {
      if (listener.playing !== null) listener.playing.paused = true
    }),
  },
  'skip-users-playback-to-next-track': {
    on: 'POST /me/player/next',
    act: onPlayer(({ listener }) => {
      if (listener.playing !== null) listener.playing.at++
    }),
  },
  'set-volume-for-users-playback': {
    on: 'PUT /me/player/volume',
    act: onPlayer(({ query }, device) => {
      device.volume = Number(query.volume_percent)
    }),
  },
  'create-playlist': {
    on: 'POST /me/playlists',
    act: ({ listener, body }) => {
      const id = `p${listener.playlists.size}${listener.id}`
      const { name, description = null } = body as { name: string; description?: string }
      listener.playlists.set(id, { name, description, public: body.public !== false, uris: [] })
      const external_urls = { spotify: `https://open.spotify.com/playlist/${id}` }
      return { status: 201, body: { id, uri: `spotify:playlist:${id}`, name, external_urls } }
    },
  },
  'add-items-to-playlist': {
    on: 'POST /playlists/{playlist_id}/items',
    act: changePlaylist(201, (uris, given) => [...uris, ...given]),
  },
  'reorder-or-replace-playlists-items': {
    on: 'PUT /playlists/{playlist_id}/items',
    act: changePlaylist(200, (_uris, given) => given),
  },
}
