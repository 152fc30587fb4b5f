import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { mbidOf, type Providers, startProviders } from '../../../test/providers/index.ts'
import { type Opened, openPorts } from '../../../test/providers/ports.ts'
import { describedAt } from '../../../test/providers/spec.ts'
import type { Answer } from './answer.ts'
import type { GooglePlaces, Musicbrainz, Nominatim, Photon, Setlistfm } from './ports.ts'

/** Each client against its stand-in, over real HTTP, and each question held to its provider's description. */
let providers: Providers
let opened: Opened
let setlistfm: Setlistfm
let google: GooglePlaces
let musicbrainz: Musicbrainz
let nominatim: Nominatim
let photon: Photon
beforeAll(async () => {
  providers = await startProviders()
  opened = await openPorts(providers.env)
  ;({ setlistfm, google, musicbrainz, nominatim, photon } = opened.ports as never)
})
afterEach(() => {
  expect([providers.refused, providers.untrue]).toEqual([[], []])
})
afterAll(async () => {
  await opened.close()
  await providers.close()
})

const dataOf = <T>(answer: Answer<T>): T => {
  if (answer.result !== 'ok') throw new Error(answer.result)
  return answer.data
}
const nothing = { result: 'empty' }
const session = '00000000-0000-4000-8000-000000000000'
const specs = [
  'setlistfm/setlistfm-1.0.transcribed.openapi.json',
  'google-places-v1/places-v1.derived.openapi.json',
]
const held = specs.every(describedAt) ? '' : ', not held to its description: it is not beside the project'

describe(`setlist.fm${held}`, () => {
  it('finds artists', async () => {
    const { items, next } = dataOf(await setlistfm.searchArtists('spinvis', 1))
    expect([items.map(({ name }) => name), next]).toEqual([['Spinvis', 'Spinvis Coverband'], null])
    expect(items[0]).toMatchObject({
      mbid: mbidOf(1),
      url: expect.stringMatching(/^https:\/\/www\.setlist\.fm\//),
    })
    expect(await setlistfm.searchArtists('nobody', 1)).toEqual(nothing)
  })

  it('tells what was played, by the names that we have for it', async () => {
    const [night] = dataOf(await setlistfm.setlistsOfNight({ mbid: mbidOf(1) }, '2024-12-01')).items
    expect(night).toMatchObject({
      ...{ id: '63de1', versionId: '7be1', date: '2024-12-01', tour: 'Be-Bop-a-Lula' },
      artist: { name: 'Spinvis', mbid: mbidOf(1) },
      venue: {
        name: 'TivoliVredenburg',
        city: {
          geonameId: 2745912,
          name: 'Utrecht',
          state: null,
          country: 'NL',
          point: { latitude: 52.0908 },
        },
      },
      updatedAt: '2024-12-01T09:00:00.000Z',
    })
    const plain = { coverOf: null, guest: null, tape: false, info: null }
    expect(night?.songs).toEqual([
      { name: 'Bagagedrager', encore: 0, set: 1, ...plain },
      { name: 'Het voordeel van video', encore: 0, set: 1, ...plain },
      { name: 'Smalfilm', encore: 1, set: 1, ...plain },
      { name: 'Halleluja', encore: 2, set: 2, ...plain, coverOf: 'Leonard Cohen', guest: 'Roos' },
    ])
    expect(await setlistfm.setlist('63de1')).toEqual({ result: 'ok', data: night })
    expect(await setlistfm.setlist('nowhere')).toEqual(nothing)
    expect(await setlistfm.setlistsOfNight({ name: 'Spinvis' }, '2024-12-02')).toEqual(nothing)
  })

  it.each<[string, () => Promise<Answer<{ items: { id: string }[] }>>]>([
    ['of an artist by id', () => setlistfm.setlistsOfArtist({ mbid: mbidOf(1) }, 1)],
    ['of an artist by name', () => setlistfm.setlistsOfArtist({ name: 'Spinvis' }, 1)],
    ['of a venue', () => setlistfm.setlistsOfVenue('33d62cf9', 1)],
    ['of somebody', () => setlistfm.attended('ana', 1)],
  ])('lists nights %s', async (_name, ask) => {
    expect(dataOf(await ask()).items.map(({ id }) => id)).toEqual(['63de1', '63de2'])
  })

  it('turns pages', async () => {
    const [first] = providers.world.setlists
    const many = Array.from({ length: 45 }, (_, n) => ({ ...first!, id: `many${n}` }))
    providers.world.setlists.push(...many)
    providers.world.attended.bo = many.map(({ id }) => id)
    const pages = [1, 2, 3].map(async (page) => dataOf(await setlistfm.attended('bo', page)))
    expect((await Promise.all(pages)).map(({ items, next }) => [items.length, next])).toEqual([
      [20, 2],
      [20, 3],
      [5, null],
    ])
    providers.world.setlists.splice(-45)
  })
})

describe(`Google Places${held}`, () => {
  const place = 'ChIJ-made-up-46347021'
  it('completes, and tells of one place, asking for no more than we show', async () => {
    expect(dataOf(await google.complete('tivo', 5, session))).toEqual([
      { placeId: place, name: 'TivoliVredenburg', description: 'Utrecht' },
    ])
    const found = {
      ...{ placeId: place, kind: 'venue', name: 'TivoliVredenburg', address: 'Vredenburgkade 11' },
      ...{ city: 'Utrecht', state: 'Utrecht', country: 'NL', timeZone: 'Europe/Amsterdam' },
      point: { latitude: 52.0932, longitude: 5.1134 },
    }
    expect(dataOf(await google.details(place, session))).toEqual(found)
    expect(dataOf(await google.search('tivoli utrecht', 5))).toEqual([found])
    const asked = providers.asked.filter(({ of }) => of === 'google')
    expect(asked.map(({ headers }) => headers['x-goog-fieldmask']?.includes('*'))).toEqual([
      false,
      false,
      false,
    ])
    expect(JSON.parse(asked[0]?.body ?? '')).toMatchObject({ sessionToken: session })
    expect(asked[1]?.query).toMatchObject({ sessionToken: session })
  })

  it('says that it knows nothing', async () => {
    expect(await google.complete('nowhere', 5, session)).toEqual(nothing)
    expect(await google.search('nowhere', 5)).toEqual(nothing)
    expect(await google.details('ChIJnowhere')).toEqual(nothing)
  })

  it('a key that it does not know is none', async () => {
    const { google: other } = opened.beside({ GOOGLE_PLACES_KEY: 'another' })
    expect(await other?.search('tivoli', 5)).toEqual({ result: 'needs_key' })
  })
})

describe('MusicBrainz', () => {
  it('finds artists, whatever their names hold', async () => {
    expect(dataOf(await musicbrainz.searchArtists('spinvis', 1))).toEqual([
      {
        ...{ mbid: mbidOf(1), name: 'Spinvis', sortName: 'Spinvis', country: 'NL', score: 100 },
        disambiguation: 'Dutch singer-songwriter',
      },
    ])
    for (const name of ['AC/DC', 'Sunn O)))', '"Heroes"', '!!!', 'a AND (b', 'x\\', '+/-', '*'])
      expect(await musicbrainz.searchArtists(name, 5)).toEqual(nothing)
  })

  it('tells of one artist, and of her first album in a studio that has a cover', async () => {
    expect(dataOf(await musicbrainz.artist(mbidOf(1)))).toMatchObject({ name: 'Spinvis', score: 100 })
    expect(await musicbrainz.artist(mbidOf(99))).toEqual(nothing)
    expect(await musicbrainz.artist('nobody')).toEqual(nothing)
    expect(dataOf(await musicbrainz.coverOf(mbidOf(1)))).toEqual({
      groupMbid: mbidOf(103),
      title: 'Dagen van gras, dagen van stro',
      url: `${providers.url}/coverart/release-group/${mbidOf(103)}/front-250`,
    })
    expect(await musicbrainz.coverOf(mbidOf(2))).toEqual(nothing)
  })

  it('finds places, and tells of a night', async () => {
    const tivoli = {
      ...{ name: 'TivoliVredenburg', city: 'Utrecht', country: null, mbid: mbidOf(46347021) },
      point: { latitude: 52.0932, longitude: 5.1134 },
    }
    expect(dataOf(await musicbrainz.searchPlaces('tivoli', 'Utrecht', 5))).toEqual([
      { ...tivoli, osmId: null, kind: 'venue', address: 'Vredenburgkade 11', state: null },
    ])
    expect(await musicbrainz.searchPlaces('tivoli', 'Groningen', 5)).toEqual(nothing)
    expect(dataOf(await musicbrainz.event(mbidOf(201)))).toEqual({
      ...{ mbid: mbidOf(201), name: 'Spinvis at TivoliVredenburg', date: '2024-12-01', time: '20:00' },
      ...{ cancelled: false, place: tivoli },
      artists: [
        { name: 'Spinvis', mbid: mbidOf(1) },
        { name: 'Spinvis Coverband', mbid: mbidOf(2) },
      ],
    })
    expect(await musicbrainz.event(mbidOf(99))).toEqual(nothing)
  })
})

describe('places of OpenStreetMap', () => {
  const tivoli = {
    ...{ osmId: 'W46347021', kind: 'venue', name: 'TivoliVredenburg', address: 'Vredenburgkade 11' },
    ...{ city: 'Utrecht', state: 'Utrecht', country: 'NL', point: { latitude: 52.0932, longitude: 5.1134 } },
  }
  const utrecht = { ...tivoli, osmId: 'R47811', kind: 'city', name: 'Utrecht', address: null }

  it('are found by Nominatim, and by their ids', async () => {
    expect(dataOf(await nominatim.search('utrecht', 5))).toEqual([tivoli, utrecht])
    expect(dataOf(await nominatim.lookup('W46347021'))).toEqual(tivoli)
    for (const id of ['N1', 'W', 'X5', 'W1,W2']) expect(await nominatim.lookup(id)).toEqual(nothing)
    expect(await nominatim.search('nowhere', 5)).toEqual(nothing)
  })

  it('are completed by Photon', async () => {
    expect(dataOf(await photon.complete('utr', 5))).toEqual([tivoli, utrecht])
    expect(await photon.complete('nowhere', 5)).toEqual(nothing)
  })
})

it('says who asks, of which version, and whom to write to', () => {
  const agents = new Set(providers.asked.map(({ headers }) => headers['user-agent']))
  expect([...agents]).toEqual([
    expect.stringMatching(/^ShareMyShows\/\d+\.\d+\.\d+\S* \( ops@shows\.example\.org \)$/),
  ])
})

it.each(['setlistfm', 'google', 'musicbrainz', 'nominatim', 'photon'] as const)(
  'operators may ask whether %s answers',
  async (name) => {
    providers.asked.length = 0
    expect(await opened.ports.check(name)).toMatch(/^(ok|empty)$/)
    expect(await opened.ports.check(name)).toMatch(/^(ok|empty)$/)
    // and it is asked indeed
    expect(providers.asked.map(({ of }) => of)).toEqual([name, name])
  },
)
