import { readFileSync } from 'node:fs'
import path from 'node:path'
import { OpenAPIBackend } from 'openapi-backend'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { createWorld, mbidOf } from '../../../test/providers/index.ts'
import { createSetlistfmStandIn, SETLISTFM_KEY } from '../../../test/providers/setlistfm.ts'
import { describedAt, FOLDER } from '../../../test/providers/spec.ts'
import type { Answer } from './answer.ts'
import { createGoogle } from './google/google.ts'
import { Albums, Artist, Event } from './musicbrainz/shapes.ts'
import { createNominatim } from './openstreetmap/nominatim.ts'
import { createPhoton } from './openstreetmap/photon.ts'
import type { Port } from './port.ts'
import { SetlistAnswer, SetlistsAnswer } from './setlistfm/shapes.ts'

/** A port that answers this, whatever it is asked. */
const saying = (body: unknown): Port => ({
  async ask<T>(schema: z.ZodType<T | null>): Promise<Answer<T>> {
    const { data, success } = schema.safeParse(body)
    if (!success) return { result: 'unavailable' }
    return data == null ? { result: 'empty' } : { result: 'ok', data }
  },
  close: async () => {},
})

const artist = { mbid: mbidOf(1), name: 'Ana', sortName: 'Ana', url: 'https://www.setlist.fm/x.html' }
const venue = { id: 'v1', name: 'Hall', city: { id: '5', name: 'Town' } }
const night = {
  id: 's1',
  versionId: 'v',
  eventDate: '29-02-2024',
  artist,
  venue,
  sets: { set: [] },
  url: null,
}

describe('setlists of setlist.fm', () => {
  it('are read with all that may be missing, null or of another kind', () => {
    const odd = { tour: null, info: 7, lastUpdated: 'soon', sets: null, versionId: null, url: 'http://x' }
    const bare = {
      ...night,
      ...odd,
      venue: { id: 'v1', name: 'Hall', city: null },
      artist: { name: 'Ana', mbid: '' },
    }
    expect(SetlistAnswer.parse(bare)).toEqual({
      ...{ id: 's1', versionId: null, date: '2024-02-29', tour: null, info: null, songs: [], url: null },
      artist: { mbid: null, name: 'Ana', sortName: 'Ana', disambiguation: null, url: null },
      venue: {
        ...{ id: 'v1', name: 'Hall', url: null },
        city: { geonameId: null, name: null, state: null, country: null, point: null },
      },
      updatedAt: null,
    })
  })

  it.each([
    ['a day that there was not', { eventDate: '30-02-2024' }],
    ['no day', { eventDate: '2024-02-29' }],
    ['nobody who played', { artist: { ...artist, name: ' \u0000 ' } }],
    ['an id that is none', { id: '../x' }],
  ])('one with %s is left out', (_name, wrong) => {
    const page = { page: 1, itemsPerPage: 20, total: 2, setlist: [{ ...night, ...wrong }, night] }
    expect(SetlistsAnswer.parse(page)?.items.map(({ id }) => id)).toEqual(['s1'])
  })

  it('have songs with names, and not without end', () => {
    const song = [{ name: '' }, { name: 'One', tape: true, cover: null, with: {} }, null, { info: 'x' }]
    const [one] = SetlistAnswer.parse({ ...night, sets: { set: [{ song }, { song: null }] } }).songs
    expect(one).toEqual({
      ...{ name: 'One', encore: 0, set: 1, tape: true },
      ...{ coverOf: null, guest: null, info: null },
    })
    const many = { song: Array.from({ length: 5000 }, (_, n) => ({ name: `Song ${n}` })) }
    expect(SetlistAnswer.parse({ ...night, sets: { set: [many, many] } }).songs).toHaveLength(300)
  })
})

it('an artist’s albums come in their order, those of a studio first', () => {
  const group = (number: number, date: string | null, more = {}) => ({
    ...{ id: mbidOf(number), title: `Album ${number}`, 'first-release-date': date, ...more },
  })
  const live = { 'secondary-types': ['Live'] }
  const groups = [
    group(1, ''),
    group(2, '1999', live),
    group(3, '2005-02'),
    group(4, null),
    group(5, '2001-01-01'),
  ]
  const albums = Albums.parse({ 'release-groups': groups })
  expect(albums?.map(({ title }) => title.at(-1))).toEqual(['5', '3', '1', '4', '2'])
})

it('an event without anything is one still', () => {
  const bare = {
    id: mbidOf(1),
    name: 'A night',
    time: '',
    'life-span': { begin: '2024-12' },
    relations: null,
  }
  expect(Event.parse(bare)).toEqual({
    ...{
      mbid: mbidOf(1),
      name: 'A night',
      date: null,
      time: null,
      cancelled: false,
      artists: [],
      place: null,
    },
  })
})

it.each([
  ['nothing', {}, { result: 'empty' }],
  ['a question instead of a place', { suggestions: [{ queryPrediction: {} }] }, { result: 'unavailable' }],
  [
    'a place with a text alone',
    { suggestions: [{ placePrediction: { placeId: 'x', text: { text: 'Hall, Town' } } }] },
    { result: 'ok', data: [{ placeId: 'x', name: 'Hall, Town', description: null }] },
  ],
])('Google that completes with %s', async (_name, body, answer) =>
  expect(await createGoogle(saying(body)).complete('x', 5, 's')).toEqual(answer),
)

const read = (file: string) => JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8'))

describe.skipIf(!describedAt('musicbrainz'))(
  'answers that were recorded (needs data beside the project)',
  () => {
    it('are read: artists of MusicBrainz', () => {
      expect(Artist.parse(read('musicbrainz/ws2.artist.json'))).toEqual({
        ...{ mbid: 'b8a7c51f-362c-4dcb-a259-bc6e0095f0a6', name: 'Ed Sheeran', sortName: 'Sheeran, Ed' },
        ...{ disambiguation: 'famous UK singer-songwriter', country: 'GB', score: 100 },
      })
      expect(Artist.parse(read('musicbrainz/ws2.artist_ended.json')).name).not.toBe('')
    })

    it('are read: places of Nominatim and Photon', async () => {
      // the sample is of the first version of its JSON; ours has another word for this
      const sample = read('nominatim/docs-Output-1.json')
      const london = await createNominatim(saying([{ ...sample, category: sample.class }])).search('x', 5)
      expect(london).toMatchObject({
        data: [
          { osmId: 'N107775', kind: 'city', name: 'London', city: 'London', state: 'England', country: 'GB' },
        ],
      })
      const berlin = await createPhoton(saying(read('photon/docs-api-v1-1.json'))).complete('x', 5)
      const state = { state: 'Berlin', country: 'DE' }
      expect(berlin).toMatchObject({
        data: [
          { osmId: 'N240109189', kind: 'city', name: 'Berlin', city: 'Berlin', ...state },
          {
            osmId: 'W38862723',
            kind: 'venue',
            address: 'Olympischer Platz 3',
            point: { latitude: 52.51467945 },
          },
        ],
      })
    })

    it('are of the shape that the stand-in for setlist.fm has', async () => {
      const schema = read('setlistfm/artist-setlists.observed-shape.schema.json')
      const content = { 'application/json': { schema } }
      const responses = { 200: { description: 'an answer', content } }
      const observed = await new OpenAPIBackend({
        definition: {
          ...{ openapi: '3.0.3', info: { title: 'setlist.fm', version: '1' } },
          paths: { '/setlists': { get: { operationId: 'setlists', responses } } },
        },
        quick: true,
        ajvOpts: { strict: false },
      }).init()
      const standIn = await createSetlistfmStandIn(createWorld)
      const headers = { 'x-api-key': SETLISTFM_KEY, accept: 'application/json' }
      const asked = { of: 'setlistfm', method: 'GET', query: { p: '1' }, headers, body: '' } as const
      const said = standIn.answer({ ...asked, path: `/1.0/artist/${mbidOf(1)}/setlists` })
      expect(said.status).toBe(200)
      expect(observed.validateResponse(said.body, 'setlists', 200).errors ?? []).toEqual([])
    })
  },
)
