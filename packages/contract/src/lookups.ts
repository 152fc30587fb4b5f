import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import { endpoint } from './endpoint.ts'
import { Id, line, Point, Timestamp } from './fields.ts'

const tag = 'Lookups'
const day = z.string().meta({ format: 'date' })

/** Who answers: this server by what it knows itself (`catalogue`), or a provider that its operator has set up. */
export const Provider = z.enum(['catalogue', 'setlistfm', 'google', 'musicbrainz', 'nominatim', 'photon'])
export type Provider = z.infer<typeof Provider>

/**
 * What became of asking. `needs_key`: there is none, or it is refused; `quota`: no question is left for now; `unavailable`:
 * no answer that could be read, or none in time.
 */
export const LookupResult = z.enum(['ok', 'empty', 'unavailable', 'needs_key', 'quota'])
export type LookupResult = z.infer<typeof LookupResult>

/** Whom to name beside the data, and where that leads; to be shown with it, as a link that may be followed. */
export const Attribution = z
  .object({ text: z.string(), url: z.string() })
  .meta({ id: 'Attribution', example: { text: 'setlist.fm', url: 'https://www.setlist.fm' } })
export type Attribution = z.infer<typeof Attribution>

/**
 * Who gave what is answered, and which others were asked in vain, so that a page always has something to show. Where
 * things of several come together each says its own `source`; `provider` is then the one besides `catalogue`.
 */
const told = {
  provider: Provider,
  result: LookupResult,
  attribution: z.object(Attribution.shape).nullable(),
  tried: z.array(z.object({ provider: Provider, result: LookupResult })),
}
const toldExample = {
  provider: 'setlistfm',
  result: 'ok',
  attribution: Attribution.meta()?.example,
  tried: [],
}

const list = <Item extends z.ZodType>(item: Item, id: string) =>
  z
    .object({ ...told, items: z.array(item), next_page: z.int().nullable() })
    .meta({ id, example: { ...toldExample, items: [item.meta()?.example], next_page: null } })
const single = <Item extends z.ZodObject>(item: Item, id: string) =>
  z
    .object({ ...told, item: z.object(item.shape) })
    .meta({ id, example: { ...toldExample, item: item.meta()?.example } })

/**
 * A place. `place_id` is what `external/venue/details` takes: the id of a venue here, `city:` with a GeoNames id, `osm:`
 * with N, W or R and the id there, `mb:` with MusicBrainz', or Google's; `venue_id` is there when it is a venue of this server.
 */
export const LookedUpVenue = z
  .object({
    place_id: z.string(),
    venue_id: Id.nullable(),
    kind: z.enum(['venue', 'city', 'address']),
    name: z.string(),
    address: z.string().nullable(),
    city: z.string().nullable(),
    state: z.string().nullable(),
    country: z.string().nullable(),
    point: z.object(Point.shape).nullable(),
    time_zone: z.string().nullable(),
    url: z.string().nullable(),
    source: Provider,
  })
  .meta({
    id: 'LookedUpVenue',
    example: {
      place_id: 'osm:W46347021',
      venue_id: null,
      kind: 'venue',
      name: 'TivoliVredenburg',
      address: 'Vredenburgkade 11',
      city: 'Utrecht',
      state: 'Utrecht',
      country: 'NL',
      point: { type: 'Point', coordinates: [5.1134, 52.0932] },
      time_zone: 'Europe/Amsterdam',
      url: 'https://www.openstreetmap.org/way/46347021',
      source: 'nominatim',
    },
  })
export type LookedUpVenue = z.infer<typeof LookedUpVenue>

/** An artist; `disambiguation` tells artists of one name apart, `country` is ISO 3166-1 alpha-2. */
export const LookedUpArtist = z
  .object({
    artist_id: Id.nullable(),
    name: z.string(),
    sort_name: z.string().nullable(),
    mbid: z.string().nullable(),
    disambiguation: z.string().nullable(),
    country: z.string().nullable(),
    url: z.string().nullable(),
    source: Provider,
  })
  .meta({
    id: 'LookedUpArtist',
    example: {
      artist_id: null,
      name: 'Spinvis',
      sort_name: 'Spinvis',
      mbid: '4a1ba5a5-0e1e-4f1a-9c3c-1a6f1f0f9a61',
      disambiguation: 'Dutch singer-songwriter',
      country: 'NL',
      url: 'https://musicbrainz.org/artist/4a1ba5a5-0e1e-4f1a-9c3c-1a6f1f0f9a61',
      source: 'musicbrainz',
    },
  })
export type LookedUpArtist = z.infer<typeof LookedUpArtist>

/** A song of a setlist elsewhere, by the names that ours has. */
export const LookedUpSong = z
  .object({
    song_name: z.string(),
    encore: z.boolean(),
    set: z.int(),
    cover_of: z.string().nullable(),
    guest: z.string().nullable(),
    tape: z.boolean(),
    notes: z.string().nullable(),
  })
  .meta({ id: 'LookedUpSong' })
export type LookedUpSong = z.infer<typeof LookedUpSong>

const Billed = z.object({ name: z.string(), mbid: z.string().nullable() })
const Whereabouts = z.object({
  name: z.string(),
  city: z.string().nullable(),
  country: z.string().nullable(),
})

/** A night with what was played, as far as that is known; `url` leads to it and is to be shown with it. */
export const LookedUpSetlist = z
  .object({
    id: z.string(),
    show_id: Id.nullable(),
    version_id: z.string().nullable(),
    artist: Billed,
    venue: Whereabouts,
    show_date: day,
    tour: z.string().nullable(),
    notes: z.string().nullable(),
    songs: z.array(LookedUpSong),
    url: z.string().nullable(),
    updated_at: Timestamp.nullable(),
    source: Provider,
  })
  .meta({
    id: 'LookedUpSetlist',
    example: {
      id: '63de4613',
      show_id: null,
      version_id: '7be1aaa0',
      artist: { name: 'Spinvis', mbid: '4a1ba5a5-0e1e-4f1a-9c3c-1a6f1f0f9a61' },
      venue: { name: 'TivoliVredenburg', city: 'Utrecht', country: 'NL' },
      show_date: '2024-12-01',
      tour: null,
      notes: null,
      songs: [
        {
          song_name: 'Bagagedrager',
          encore: false,
          set: 1,
          cover_of: null,
          guest: null,
          tape: false,
          notes: null,
        },
      ],
      url: 'https://www.setlist.fm/setlist/spinvis/2024/tivolivredenburg-utrecht-netherlands-63de4613.html',
      updated_at: '2024-12-02T09:00:00.000Z',
      source: 'setlistfm',
    },
  })
export type LookedUpSetlist = z.infer<typeof LookedUpSetlist>

/** A concert as MusicBrainz has events, or as this server has shows; artists in billing order. */
export const LookedUpConcert = z
  .object({
    mbid: z.string().nullable(),
    show_id: Id.nullable(),
    name: z.string(),
    show_date: day.nullable(),
    show_time: z.string().nullable(),
    cancelled: z.boolean(),
    artists: z.array(Billed),
    venue: Whereabouts.extend({
      mbid: z.string().nullable(),
      point: z.object(Point.shape).nullable(),
    }).nullable(),
    url: z.string().nullable(),
    source: Provider,
  })
  .meta({
    id: 'LookedUpConcert',
    example: {
      mbid: 'ee7b2a5c-3ad6-4a3a-9e0c-6f6b0b4c1f7d',
      show_id: null,
      name: 'Spinvis at TivoliVredenburg',
      show_date: '2024-12-01',
      show_time: '20:00',
      cancelled: false,
      artists: [{ name: 'Spinvis', mbid: '4a1ba5a5-0e1e-4f1a-9c3c-1a6f1f0f9a61' }],
      venue: { name: 'TivoliVredenburg', city: 'Utrecht', country: 'NL', mbid: null, point: null },
      url: 'https://musicbrainz.org/event/ee7b2a5c-3ad6-4a3a-9e0c-6f6b0b4c1f7d',
      source: 'musicbrainz',
    },
  })
export type LookedUpConcert = z.infer<typeof LookedUpConcert>

export const VenueLookups = list(LookedUpVenue, 'VenueLookups')
export type VenueLookups = z.infer<typeof VenueLookups>
export const VenueLookup = single(LookedUpVenue, 'VenueLookup')
export type VenueLookup = z.infer<typeof VenueLookup>
export const ArtistLookups = list(LookedUpArtist, 'ArtistLookups')
export type ArtistLookups = z.infer<typeof ArtistLookups>
export const SetlistLookups = list(LookedUpSetlist, 'SetlistLookups')
export type SetlistLookups = z.infer<typeof SetlistLookups>
export const SetlistLookup = single(LookedUpSetlist, 'SetlistLookup')
export type SetlistLookup = z.infer<typeof SetlistLookup>
export const ConcertLookup = single(LookedUpConcert, 'ConcertLookup')
export type ConcertLookup = z.infer<typeof ConcertLookup>

const words = line(200)
const page = z.coerce.number().int().min(1).max(1000).default(1)
const mbid = z
  .string()
  .max(40)
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'Not a MusicBrainz id')

/** Strangers are answered from what this server knows itself: questions elsewhere are counted. */
const description =
  'Asks the provider that is set up, else what this server knows itself and the bundled table of towns; `provider` says which. Whoever is not signed in is answered from the latter alone.'

type Question = Endpoint & { readonly query: z.ZodObject }
type ByPost<Q extends Question> = Omit<Q, 'id' | 'method' | 'query'> & {
  readonly id: string
  readonly method: 'POST'
  readonly body: Q['query']
}

/** The same question with what it asks in the body, as it was first written. */
function byPost<const Q extends Question>(question: Q, example: Record<string, unknown>): ByPost<Q> {
  const { query, ...rest } = question
  const name = `${question.id[0]?.toUpperCase()}${question.id.slice(1)}Question`
  const body = z.strictObject(query.shape).meta({ id: name, example })
  const bodyOptional = Object.keys(query.shape).length === 0
  return { ...rest, id: `${question.id}ByPost`, method: 'POST', body, bodyOptional } as unknown as ByPost<Q>
}

const common = {
  method: 'GET',
  tag,
  description,
  security: 'optional',
  limit: 'search',
} as const

export const searchOutsideVenues = endpoint({
  ...common,
  id: 'searchOutsideVenues',
  path: '/external/venue/search',
  summary: 'Venues by words, here and elsewhere',
  query: z.object({ query: words }),
  answers: { 200: VenueLookups },
  problems: [],
})
export const searchOutsideVenuesByPost = byPost(searchOutsideVenues, { query: 'tivoli utrecht' })

export const completeVenue = endpoint({
  ...common,
  id: 'completeVenue',
  path: '/external/venue/autocomplete',
  summary:
    'Venues and towns while typing: those of this server first, others as far as they come within 300 ms',
  query: z.object({ input: words, limit: z.coerce.number().int().min(1).max(20).default(8) }),
  answers: { 200: VenueLookups },
  problems: [],
})
export const completeVenueByPost = byPost(completeVenue, { input: 'tivo' })

export const readOutsideVenue = endpoint({
  ...common,
  id: 'readOutsideVenue',
  path: '/external/venue/details',
  summary: 'One place, by the `place_id` it was found under',
  query: z.object({ place_id: line(300) }),
  answers: { 200: VenueLookup },
  problems: ['not_found'],
})
export const readOutsideVenueByPost = byPost(readOutsideVenue, { place_id: 'city:2745912' })

export const searchOutsideArtists = endpoint({
  ...common,
  id: 'searchOutsideArtists',
  path: '/external/artist/search',
  summary: 'Artists by name: those of this server first',
  query: z.object({
    artist_name: words,
    /** While typing: others only as far as they come within 300 ms. */
    typing: z.stringbool().or(z.boolean()).default(false),
    limit: z.coerce.number().int().min(1).max(20).default(8),
  }),
  answers: { 200: ArtistLookups },
  problems: [],
})
export const searchOutsideArtistsByPost = byPost(searchOutsideArtists, { artist_name: 'Spinvis' })

export const listOutsideSetlistsOfArtist = endpoint({
  ...common,
  id: 'listOutsideSetlistsOfArtist',
  path: '/external/artist/setlists',
  summary: 'What an artist played, the latest night first',
  description: `${description} One of \`mbid\` and \`artist_name\`; with both, the id is asked for.`,
  query: z.object({ mbid: mbid.optional(), artist_name: words.optional(), page }),
  answers: { 200: SetlistLookups },
  problems: ['validation_failed'],
})
export const listOutsideSetlistsOfArtistByPost = byPost(listOutsideSetlistsOfArtist, {
  artist_name: 'Spinvis',
})

export const readOutsideSetlist = endpoint({
  ...common,
  id: 'readOutsideSetlist',
  path: '/external/setlist/{setlist_id}',
  summary: 'One setlist, by its id at setlist.fm or by a show of this server',
  params: z.object({ setlist_id: z.string().max(60) }),
  query: z.object({}),
  answers: { 200: SetlistLookup },
  problems: ['not_found'],
})
export const readOutsideSetlistByPost = byPost(readOutsideSetlist, {})

export const listOutsideSetlistsOfVenue = endpoint({
  ...common,
  id: 'listOutsideSetlistsOfVenue',
  path: '/external/venue/setlists',
  summary: 'What was played at a venue, the latest night first; its id at setlist.fm, or of a venue here',
  query: z.object({ venue_id: line(100), page }),
  answers: { 200: SetlistLookups },
  problems: [],
})
export const listOutsideSetlistsOfVenueByPost = byPost(listOutsideSetlistsOfVenue, { venue_id: '33d62cf9' })

export const listAttended = endpoint({
  ...common,
  id: 'listAttended',
  path: '/external/user/attended',
  summary:
    'Concerts that somebody says she attended: at setlist.fm, or of a diary here as far as it may be seen',
  query: z.object({ username: line(80), page }),
  answers: { 200: SetlistLookups },
  problems: ['not_found'],
})
export const listAttendedByPost = byPost(listAttended, { username: 'ana' })

export const readOutsideConcert = endpoint({
  ...common,
  id: 'readOutsideConcert',
  path: '/external/concert/{mbid}',
  summary: 'A concert by its MusicBrainz id, or by that of a show here',
  params: z.object({ mbid: z.string().max(60) }),
  query: z.object({}),
  answers: { 200: ConcertLookup },
  problems: ['not_found'],
})
export const readOutsideConcertByPost = byPost(readOutsideConcert, {})
