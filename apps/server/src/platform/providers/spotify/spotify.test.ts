import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { isRefusal } from '@sharemyshows/contract/errors'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { createListener, type Listener, madeUpTrack } from '../../../../test/spotify/listener.ts'
import {
  CLIENT_ID,
  type Fault,
  REDIRECT_URI,
  type SpotifyStandIn,
  startSpotify,
} from '../../../../test/spotify/stand-in.ts'
import { createLog } from '../../log/log.ts'
import { createProvider, type Provider } from '../provider.ts'
import { isQuota, refusalOf } from './refusals.ts'
import { DevicesAnswer, MeAnswer, PlayerAnswer, PlaylistAnswer, SavedAnswer } from './shapes.ts'
import { createSignIn, isSignInFault, type SignIn, type Tokens } from './sign-in.ts'
import { type Spotify, spotifyAs } from './spotify.ts'

let stand: SpotifyStandIn
let accounts: Provider
let api: Provider
let signIn: SignIn
let spotify: Spotify
let ana: Listener
const log = createLog('silent')
const settings = (clientSecret: string | null) => ({
  clientId: CLIENT_ID,
  clientSecret,
  apiUrl: `${stand.url}/v1`,
  accountsUrl: stand.url,
  redirectUri: REDIRECT_URI,
})

/** Agrees at the stand-in, and gives what came back. */
async function depart() {
  const { url, verifier } = await signIn.depart(REDIRECT_URI)
  const { headers } = await fetch(url, { redirect: 'manual' })
  const code = new URL(headers.get('location') ?? '').searchParams.get('code') ?? ''
  return { redirectUri: REDIRECT_URI, code, verifier }
}
const granted = (given: Awaited<ReturnType<SignIn['redeem']>>): Tokens => {
  if (isSignInFault(given)) throw new Error(given)
  return given
}

beforeAll(async () => {
  stand = await startSpotify()
  const how = { log, timeoutMs: 20_000, pace: { most: 1000, withinMs: 1000 } }
  accounts = createProvider({ ...how, name: 'accounts', url: stand.url })
  api = createProvider({ ...how, name: 'api', url: `${stand.url}/v1`, isFinal: ({ text }) => isQuota(text) })
  signIn = createSignIn(settings(null), accounts)
  ana = createListener('ana', 120)
  stand.listener = ana
  const { access } = granted(await signIn.redeem(await depart()))
  spotify = spotifyAs(
    async (call) => {
      const outcome = await call({ authorization: `Bearer ${access}` })
      return outcome.ok ? outcome.data : refusalOf(outcome)
    },
    api,
    false,
  )
})
afterEach(() => {
  stand.heal()
  ana.premium = true
  ana.devices = createListener('ana').devices
})
afterAll(async () => {
  await Promise.all([accounts.close(), api.close()])
  await stand.close()
})

const uris = (...numbers: number[]) => numbers.map((number) => madeUpTrack(number).uri)
const refusedAs = (given: unknown) => (isRefusal(given) ? given.refused : given)

describe('signing in', () => {
  it('gives tokens for a code once, and only with its verifier and address', async () => {
    const one = await depart()
    expect(granted(await signIn.redeem(one))).toMatchObject({
      scopes: expect.arrayContaining(['user-library-read']),
    })
    expect(await signIn.redeem(one)).toBe('refused')
    expect(await signIn.redeem({ ...(await depart()), verifier: 'x'.repeat(43) })).toBe('refused')
    expect(await signIn.redeem({ ...(await depart()), redirectUri: `${REDIRECT_URI}x` })).toBe('refused')
  })

  it('says who we are by a secret where there is one', async () => {
    stand.accounts.clientSecret = 'hush-hush'
    expect(await signIn.redeem(await depart())).toBe('unavailable')
    const withSecret = createSignIn(settings('hush-hush'), accounts)
    const basic = await withSecret.redeem(await depart())
    stand.accounts.clientSecret = null
    expect(isSignInFault(basic)).toBe(false)
  })

  it('renews, and tells a token that is worth nothing from an outage', async () => {
    const { refresh } = granted(await signIn.redeem(await depart()))
    const second = granted(await signIn.refresh(refresh ?? ''))
    expect(second.refresh).not.toBe(refresh)
    // rotated: the first is good for nothing now
    expect(await signIn.refresh(refresh ?? '')).toBe('refused')
    for (const does of ['cut', 'html', { status: 500 }, { status: 429 }] as Fault['does'][]) {
      stand.fail({ on: 'POST /api/token', does })
      expect(await signIn.refresh(second.refresh ?? '')).toBe('unavailable')
    }
    stand.accounts.rotates = false
    expect(granted(await signIn.refresh(second.refresh ?? '')).refresh).toBeNull()
    stand.accounts.rotates = true
  })
})

describe('calling', () => {
  it('reads who it is, and what was saved, page by page', async () => {
    expect(await spotify.me()).toEqual({ id: 'ana', name: 'ana at Spotify' })
    const page = await spotify.savedTracks(50, 50)
    expect(page).toMatchObject({ entries: 50, total: 120, more: true })
    expect(isRefusal(page) || page.songs[0]).toMatchObject({
      id: madeUpTrack(50).id,
      name: 'Song 50',
      artist: 'Artist 10',
      album: 'Album 50',
      duration_ms: 180_050,
      isrc: 'XX0000000050',
    })
    expect(await spotify.savedTracks(100, 50)).toMatchObject({ entries: 20, more: false })
    expect(await spotify.savedTracks(500, 50)).toMatchObject({ entries: 0, songs: [], more: false })
  })

  it('plays, pauses, goes on and turns it down', async () => {
    expect(await spotify.player()).toBeNull()
    expect(await spotify.play(uris(1, 2))).toBeUndefined()
    expect(await spotify.player()).toMatchObject({
      playing: true,
      progress_ms: 41_000,
      track: { name: 'Song 1' },
    })
    await spotify.next()
    await spotify.pause()
    expect(await spotify.player()).toMatchObject({ playing: false, track: { name: 'Song 2' } })
    await spotify.resume()
    await spotify.volume(15)
    expect(await spotify.player()).toMatchObject({ playing: true, device: { name: 'Kitchen', volume: 15 } })
    ana.devices.push({ id: 'hall', name: 'Hall', active: false, volume: 70 })
    await spotify.resume('hall')
    expect(await spotify.devices()).toMatchObject([
      { id: 'kitchen', active: false },
      { id: 'hall', active: true },
    ])
  })

  it('makes a playlist that is hers alone, and fills it', async () => {
    const made = await spotify.createPlaylist('Angry', 'Loud\nand fast')
    if (isRefusal(made)) throw new Error(made.refused)
    expect(made.link).toContain('open.spotify.com')
    await spotify.addItems(made.id, uris(1, 2))
    await spotify.addItems(made.id, uris(3))
    expect(ana.playlists.get(made.id)).toEqual({
      name: 'Angry',
      description: 'Loud and fast',
      public: false,
      uris: uris(1, 2, 3),
    })
    expect(await spotify.replaceItems(made.id, uris(4))).toBeUndefined()
    expect(ana.playlists.get(made.id)?.uris).toEqual(uris(4))
    const quiet = await spotify.createPlaylist('Quiet', '')
    expect(isRefusal(quiet) || ana.playlists.get(quiet.id)?.description).toBeNull()
    expect(await spotify.addItems('../../../v1/me', uris(1))).toMatchObject({ refused: 'provider_refused' })
  })

  it.each<[string, Fault['does'], string, object?]>([
    ['a token that ran out', { status: 401, message: 'The access token expired' }, 'provider_refused'],
    [
      'an app whose owner has no Premium',
      { status: 403, message: 'Active premium subscription required for the owner of the app' },
      'provider_refused',
      { message: 'Spotify says: Active premium subscription required for the owner of the app' },
    ],
    ['a listener without Premium', { status: 403, reason: 'PREMIUM_REQUIRED' }, 'premium_required'],
    [
      'somebody who is not on the list',
      { status: 403, message: 'User not registered in the Developer Dashboard' },
      'provider_refused',
    ],
    ['no device', { status: 404, reason: 'NO_ACTIVE_DEVICE' }, 'no_active_device'],
    ['nothing of that id', { status: 404, message: 'Resource not found' }, 'provider_refused'],
    [
      'too many questions',
      { status: 429, retryAfter: 90 },
      'provider_quota',
      { details: { retry_after: 90 } },
    ],
    ['a quota used up', { status: 429, reason: 'QUOTA_EXCEEDED', retryAfter: 1 }, 'provider_quota', {}],
    ['trouble of theirs', { status: 500, retryAfter: 0 }, 'provider_unavailable'],
    ['a way elsewhere', { status: 302 }, 'provider_unavailable'],
    ['half an answer', 'cut', 'provider_unavailable'],
    ['no JSON', 'html', 'provider_unavailable'],
  ])('says no in our words to %s', async (_name, does, refused, more = {}) => {
    stand.fail({ does, times: 4 })
    const said = await spotify.savedTracks(0, 1)
    expect(said).toMatchObject({ refused, ...more })
    if (refused === 'provider_quota') expect('details' in (said as object)).toBe('details' in more)
    // what has no answer to read does not mind
    stand.heal()
    stand.fail({ on: 'POST /me/player/next', does })
    expect(refusedAs(await spotify.next())).toBe(does === 'html' ? undefined : refused)
  })

  it('waits a little when it is asked to', async () => {
    stand.fail({ on: 'GET /me/tracks', does: { status: 429, retryAfter: 0 } })
    expect(await spotify.savedTracks(0, 1)).toMatchObject({ entries: 1 })
  })

  it('says what is missing, as Spotify itself does', async () => {
    ana.devices = []
    expect(await spotify.play(uris(1))).toMatchObject({ refused: 'no_active_device' })
    expect(await spotify.play(uris(1), 'gone')).toMatchObject({ refused: 'no_active_device' })
    ana.premium = false
    expect(await spotify.pause()).toMatchObject({ refused: 'premium_required' })
  })

  it('asked for nothing that Spotify’s description refuses', () => {
    expect(stand.refused).toEqual([])
    expect(stand.untrue).toEqual([])
  })
})

const folder = path.join(import.meta.dirname, '../../../../../../../shared/specs/spotify/fixtures')
const fixtures = await readdir(folder).catch(() => [])

describe.skipIf(fixtures.length === 0)('answers that were recorded (needs data beside the project)', () => {
  const parse = async <T>(schema: z.ZodType<T>, name: string) =>
    schema.parse(JSON.parse(await readFile(path.join(folder, `${name}.json`), 'utf8')))

  it('are read, although they are older than what is described', async () => {
    expect(await parse(MeAnswer, 'GetCurrentUsersProfileRequest')).toEqual({
      id: 'wizzler',
      name: 'Example User',
    })
    const saved = await parse(SavedAnswer, 'GetUsersSavedTracksRequest')
    expect(saved.songs).toHaveLength(saved.entries)
    expect(saved.songs[0]).toMatchObject({ artist: 'Squirrel Nut Zippers', isrc: expect.any(String) })
    const player = await parse(PlayerAnswer, 'GetInformationAboutUsersCurrentPlaybackRequest')
    expect(player).toMatchObject({ playing: true, track: { name: 'Dancing Queen', artist: 'ABBA' } })
    expect(await parse(DevicesAnswer, 'GetUsersAvailableDevices')).toMatchObject([
      { volume: 100 },
      { volume: null },
    ])
    expect(await parse(DevicesAnswer, 'GetUsersAvailableDevices_None')).toEqual([])
    expect(await parse(PlaylistAnswer, 'CreatePlaylistRequest')).toMatchObject({
      id: '7d2D2S200NyUE5KYs80PwO',
    })
  })
})

describe('shapes of answers', () => {
  const track = madeUpTrack(7)
  it('are read before and after February 2026, and without what is gone', () => {
    const page = { total: 4, next: null }
    const items = [
      { item: track },
      { track: { ...track, external_ids: undefined, album: null } },
      { track: null },
      { track: { ...track, id: null } },
    ]
    const { entries, songs } = SavedAnswer.parse({ ...page, items })
    expect([entries, songs.length]).toEqual([4, 2])
    expect(songs[1]).toMatchObject({ isrc: null, album: null, artwork_url: null, added_at: null })
    expect(MeAnswer.parse({ id: 'x', account_id: 'y', display_name: null })).toEqual({ id: 'y', name: 'x' })
  })

  it.each([
    [[640, 300, 64], 300],
    [[64, 300], 300],
    [[64], 64],
    [[null, 640], 640],
    [[null], null],
  ])('of pictures %j wide give that of %j', (widths, wide) => {
    const images = widths.map((width) => ({ url: `https://i.example/${width}`, width }))
    const items = [{ track: { ...track, album: { ...track.album, images } } }]
    const { songs } = SavedAnswer.parse({ total: 1, next: null, items })
    expect(songs[0]?.artwork_url).toBe(`https://i.example/${wide}`)
  })

  it('know an episode, an advertisement, and nothing', () => {
    const episode = {
      id: 'e',
      uri: 'spotify:episode:e',
      name: 'Talk',
      duration_ms: 9,
      show: { name: 'Show', publisher: 'Who' },
      images: [],
    }
    expect(PlayerAnswer.parse({ is_playing: true, item: episode })).toMatchObject({
      track: { artist: 'Who', album: 'Show' },
    })
    expect(PlayerAnswer.parse({ is_playing: true, item: null })).toMatchObject({ playing: true, track: null })
    expect(PlayerAnswer.parse(undefined)).toBeNull()
  })
})
