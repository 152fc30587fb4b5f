import { type ProblemCode, refuse } from '@sharemyshows/contract/errors'
import { describe, expect, it } from 'vitest'
import { afterRefusal, deviceOf, inParts, nowOf, progressOf, songsOf } from './rules.ts'

it.each([
  ['queued', 0, null, 0],
  ['running', 0, 0, 0],
  ['running', 50, 200, 0.25],
  ['waiting', 150, 200, 0.75],
  // what was taken out at Spotify meanwhile
  ['running', 250, 200, 1],
  ['failed', 50, 100, 0.5],
  ['done', 0, 0, 1],
  ['done', 40, 50, 1],
])('%s at %i of %j is %d', (state, at, total, progress) => {
  expect(progressOf({ state, at, total })).toBe(progress)
})

describe('after a refusal a sync', () => {
  const after = (code: ProblemCode, tries = 0, retry_after?: number) =>
    afterRefusal(refuse(code, retry_after === undefined ? {} : { details: { retry_after } }), tries)

  it.each<[ProblemCode, number]>([
    ['provider_quota', 30],
    ['provider_quota', 86_400],
    ['provider_unavailable', 7],
  ])('%s that says %i seconds waits for them, and tries as often as ever', (code, seconds) => {
    expect(after(code, 3, seconds)).toMatchObject({ waits: seconds, tries: 0 })
  })

  it.each<[ProblemCode, number, number | undefined, RegExp]>([
    ['provider_quota', 0, undefined, /takes no more questions/],
    ['provider_quota', 0, 86_401, /takes no more questions/],
    ['provider_reconnect', 0, undefined, /Connect again/],
    ['provider_not_connected', 0, undefined, /Connect again/],
    ['provider_unavailable', 4, undefined, /did not answer/],
    ['provider_refused', 0, undefined, /refused/],
    ['provider_not_configured', 0, undefined, /refused/],
    ['premium_required', 0, undefined, /refused/],
  ])('%s, try %i, seconds %j, ends', (code, tries, seconds, message) => {
    expect(after(code, tries, seconds)).toEqual({ fails: expect.stringMatching(message) })
  })

  it('that got no answer is tried again later and later', () => {
    const turns = [0, 1, 2, 3].map((tries) => after('provider_unavailable', tries))
    const waits = turns.map((turn) => ('waits' in turn ? turn.waits : Number.NaN))
    expect(waits).toEqual([...waits].sort((a, b) => a - b))
    expect(turns.map((turn) => 'tries' in turn && turn.tries)).toEqual([1, 2, 3, 4])
  })

  it('that Spotify says why is told so', () => {
    const turn = afterRefusal(refuse('provider_refused', { message: 'Spotify says: User not registered' }), 0)
    expect(turn).toEqual({ fails: 'Spotify says: User not registered' })
  })
})

const track = {
  id: '6rqhFgbbKwnb9MLmUQDhG6',
  uri: 'spotify:track:6rqhFgbbKwnb9MLmUQDhG6',
  name: 'The last song',
  artist: 'Spinvis',
  album: null,
  duration_ms: 202_400,
  isrc: null,
  link: 'https://open.spotify.com/track/6rqhFgbbKwnb9MLmUQDhG6',
  artwork_url: null,
}
const device = { id: 'ed01', name: 'Kitchen', kind: 'Speaker', active: true, restricted: false, volume: 40 }

it('a saved song is kept by its names, in seconds', () => {
  const songs = [{ ...track, artist: '', added_at: '2024-12-01T19:00:00Z' }]
  expect(songsOf({ entries: 2, songs, total: 2, more: false })).toEqual([
    {
      spotifyId: track.id,
      title: 'The last song',
      artist: null,
      album: null,
      duration: 202.4,
      artworkUrl: null,
      addedAt: '2024-12-01T19:00:00Z',
    },
  ])
})

it('a device that takes no orders is none', () => {
  expect(deviceOf(device)).toEqual({ id: 'ed01', name: 'Kitchen', kind: 'Speaker', active: true, volume: 40 })
  expect(deviceOf({ ...device, restricted: true })).toBeNull()
  expect(deviceOf({ ...device, id: null })).toBeNull()
})

it('what plays is a song, an episode or nothing that is told of', () => {
  const player = { playing: true, progress_ms: 41_500, track, device }
  expect(nowOf(player)).toMatchObject({ name: 'The last song', position: 41.5, duration: 202.4 })
  expect(nowOf(player)).toMatchObject({ spotify_track_id: track.id, device: { id: 'ed01' } })
  const episode = { ...track, uri: 'spotify:episode:512ojhOuo1ktJprKbVcKyQ' }
  expect(nowOf({ ...player, track: episode }).spotify_track_id).toBeNull()
  expect(nowOf({ playing: true, progress_ms: null, track: null, device: null })).toMatchObject({
    ...{ playing: true, name: null, position: null, duration: null, device: null },
  })
})

it.each([
  [[], 2, []],
  [[1, 2], 2, [[1, 2]]],
  [[1, 2, 3], 2, [[1, 2], [3]]],
])('%j in parts of %i', (list, most, parts) => {
  expect(inParts<number>(list, most)).toEqual(parts)
})
