import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  type Fault,
  mbidOf,
  type ProviderName,
  type Providers,
  startProviders,
} from '../../../test/providers/index.ts'
import { type Opened, openPorts } from '../../../test/providers/ports.ts'
import type { Answer } from './answer.ts'
import type { ProviderPorts } from './create-ports.ts'
import type { Ports } from './ports.ts'

/** Each way in which a provider can fail, against each thing that is asked of it: always an answer, and nothing thrown. */
let providers: Providers
let opened: Opened
let hasty: ProviderPorts
beforeAll(async () => {
  providers = await startProviders()
  opened = await openPorts(providers.env)
  hasty = opened.beside({ PROVIDER_TIMEOUT_MS: '100' })
})
afterEach(async () => {
  providers.heal()
  await opened.forget()
})
afterAll(async () => {
  expect(providers.refused).toEqual([])
  await opened.close()
  await providers.close()
})

type Set = { [Name in ProviderName]: NonNullable<Ports[Name]> }
type Calls = ((ports: Set) => Promise<Answer<unknown>>)[]
const calls: Record<ProviderName, Calls> = {
  setlistfm: [
    ({ setlistfm }) => setlistfm.searchArtists('spinvis', 1),
    ({ setlistfm }) => setlistfm.setlistsOfArtist({ mbid: mbidOf(1) }, 1),
    ({ setlistfm }) => setlistfm.setlistsOfNight({ name: 'spinvis' }, '2024-12-01'),
    ({ setlistfm }) => setlistfm.setlist('63de1'),
    ({ setlistfm }) => setlistfm.setlistsOfVenue('33d62cf9', 1),
    ({ setlistfm }) => setlistfm.attended('ana', 1),
  ],
  google: [
    ({ google }) => google.complete('tivoli', 5, 'a-session'),
    ({ google }) => google.search('tivoli', 5),
    ({ google }) => google.details('ChIJ-made-up-46347021'),
  ],
  musicbrainz: [
    ({ musicbrainz }) => musicbrainz.searchArtists('spinvis', 5),
    ({ musicbrainz }) => musicbrainz.artist(mbidOf(1)),
    ({ musicbrainz }) => musicbrainz.coverOf(mbidOf(1)),
    ({ musicbrainz }) => musicbrainz.searchPlaces('tivoli', 'Utrecht', 5),
    ({ musicbrainz }) => musicbrainz.event(mbidOf(201)),
  ],
  nominatim: [
    ({ nominatim }) => nominatim.search('tivoli', 5),
    ({ nominatim }) => nominatim.lookup('W46347021'),
  ],
  photon: [({ photon }) => photon.complete('tivoli', 5)],
}
const names = Object.keys(calls) as ProviderName[]

type Result = Answer<unknown>['result']
const all = (result: Result, but: Partial<Record<ProviderName, Result>> = {}) => ({
  ...(Object.fromEntries(names.map((name) => [name, result])) as Record<ProviderName, Result>),
  ...but,
})
const ofKeys = all('unavailable', { setlistfm: 'needs_key', google: 'needs_key' })

/** What becomes of each, and of it what the page for operators says. */
const faults: [string, Fault['does'], Record<ProviderName, Result>, RegExp][] = [
  ['that nobody said who she is', { status: 401 }, ofKeys, /not taken|answered 401/],
  ['that she may not', { status: 403 }, ofKeys, /not taken|answered 403/],
  ['that it is too much', { status: 429 }, all('quota'), /too many/],
  ['that it is broken', { status: 500 }, all('unavailable'), /answered 500/],
  ['that it is busy', { status: 503 }, all('unavailable', { musicbrainz: 'quota' }), /too many|answered 503/],
  ['to go elsewhere', { status: 302, location: 'http://127.0.0.1:9/' }, all('unavailable'), /answered 302/],
  ['what is no JSON', 'html', all('unavailable'), /cannot be read/],
  ['half of it', 'cut', all('unavailable'), /cut off/],
  ['far too much', 'huge', all('unavailable'), /too large/],
  ['nothing but brackets', 'deep', all('unavailable'), /cannot be read/],
]

describe.each(faults)('a provider that says %s', (_name, does, results, error) => {
  it.each(names)('%s', async (name) => {
    for (const call of calls[name]) {
      providers.fail({ of: name, does, times: 2 })
      expect(await call(opened.ports as never)).toEqual({ result: results[name] })
      providers.heal()
      const standing = (await opened.ports.standings()).find((one) => one.name === name)
      expect([standing?.reachable, standing?.last_error]).toEqual([false, expect.stringMatching(error)])
      // what follows finds it well again
      expect(await opened.ports.check(name)).toMatch(/^(ok|empty)$/)
    }
  })
})

it.each(names)('a provider that says nothing in time: %s', async (name) => {
  for (const call of calls[name]) {
    providers.fail({ of: name, does: 'slow', times: 2 })
    expect(await call(hasty as never)).toEqual({ result: 'unavailable' })
    providers.heal()
  }
})

it.each(names)('a provider where nobody is: %s', async (name) => {
  const nowhere = 'http://127.0.0.1:9'
  const gone = opened.beside({
    ...{ SETLISTFM_URL: nowhere, GOOGLE_PLACES_URL: nowhere, MUSICBRAINZ_URL: nowhere },
    ...{ NOMINATIM_URL: nowhere, PHOTON_URL: nowhere },
  })
  for (const call of calls[name]) expect(await call(gone as never)).toEqual({ result: 'unavailable' })
})

it('an archive of covers that fails leaves it unknown whether there is one', async () => {
  const cover = () => opened.ports.musicbrainz?.coverOf(mbidOf(1))
  for (const [does, result] of [
    [{ status: 500 }, 'unavailable'],
    [{ status: 429 }, 'quota'],
    ['cut', 'unavailable'],
  ] as [Fault['does'], Result][]) {
    providers.fail({ of: 'coverart', does, times: 2 })
    expect(await cover()).toEqual({ result })
    providers.heal()
  }
  expect(await cover()).toMatchObject({ result: 'ok' })
})

it('what only reads is asked for a second time, and what costs money is not', async () => {
  const { setlistfm, google } = opened.ports as never as Set
  providers.fail({ does: 'cut' })
  expect((await setlistfm.setlist('63de1')).result).toBe('ok')
  providers.fail({ of: 'setlistfm', does: { status: 429 } })
  expect((await setlistfm.attended('ana', 1)).result).toBe('ok')
  providers.fail({ does: 'cut' })
  expect((await google.search('tivoli', 5)).result).toBe('unavailable')
})
