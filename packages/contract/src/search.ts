import { z } from 'zod'
import { Person } from './accounts.ts'
import { Artist, Venue } from './catalog.ts'
import { endpoint } from './endpoint.ts'
import { CalendarDate, Id, line } from './fields.ts'
import { pageOf } from './paging.ts'
import { Show, ShowFilter } from './shows.ts'

const tag = 'Search'

/** What can be looked for, in the order in which it is shown. */
export const kinds = ['shows', 'artists', 'venues', 'cities', 'people', 'songs'] as const
export type Kind = (typeof kinds)[number]

/** Counts of shows the viewer may see stop here: this many means "at least". */
export const MOST_COUNTED = 20
const shows = z.int()

/** A show in a few words; `mine` when it is in the viewer's diary. */
export const ShowHit = z
  .object({
    ...Show.pick({ id: true, title: true, artist_name: true, show_date: true, venue_name: true }).shape,
    ...Show.pick({ venue_city: true, venue_country: true }).shape,
    mine: z.boolean(),
  })
  .meta({
    id: 'ShowHit',
    example: {
      id: Id.meta()?.example,
      title: null,
      artist_name: 'Spinvis',
      show_date: '2024-12-01',
      venue_name: 'TivoliVredenburg',
      venue_city: 'Utrecht',
      venue_country: 'NL',
      mine: true,
    },
  })
export type ShowHit = z.infer<typeof ShowHit>

/** An artist with the number of shows. */
export const ArtistHit = Artist.pick({ id: true, name: true })
  .extend({ shows })
  .meta({ id: 'ArtistHit', example: { id: Id.meta()?.example, name: 'Spinvis', shows: 12 } })
export type ArtistHit = z.infer<typeof ArtistHit>

/** A venue with the number of shows. */
export const VenueHit = Venue.pick({ id: true, name: true, city: true, country: true })
  .extend({ shows })
  .meta({
    id: 'VenueHit',
    example: { id: Id.meta()?.example, name: 'TivoliVredenburg', city: 'Utrecht', country: 'NL', shows: 14 },
  })
export type VenueHit = z.infer<typeof VenueHit>

/** A town that has shows, with their number. */
export const CityHit = z
  .object({ name: z.string(), country: z.string().nullable(), shows })
  .meta({ id: 'CityHit', example: { name: 'Utrecht', country: 'NL', shows: 20 } })
export type CityHit = z.infer<typeof CityHit>

/** A song of setlists, with whose performance it is and the number of shows it was played at. */
export const SongHit = z
  .object({ song_name: z.string(), artist_name: z.string(), shows })
  .meta({ id: 'SongHit', example: { song_name: 'Bagagedrager', artist_name: 'Spinvis', shows: 3 } })
export type SongHit = z.infer<typeof SongHit>

/** A group for each kind, best first; those that were not asked for are empty. */
export const Found = z
  .object({
    /** Nothing is spelled so; these come close. */
    similar: z.boolean(),
    shows: pageOf(ShowHit),
    artists: pageOf(ArtistHit),
    venues: pageOf(VenueHit),
    cities: pageOf(CityHit),
    people: pageOf(Person),
    songs: pageOf(SongHit),
  })
  .meta({
    id: 'Found',
    example: {
      similar: false,
      shows: { items: [ShowHit.meta()?.example], next_cursor: 'ZToy' },
      artists: { items: [ArtistHit.meta()?.example], next_cursor: null },
      venues: { items: [], next_cursor: null },
      cities: { items: [], next_cursor: null },
      people: { items: [], next_cursor: null },
      songs: { items: [], next_cursor: null },
    },
  })
export type Found = z.infer<typeof Found>

const kind = `(?:${kinds.join('|')})`

export const SearchQuery = z.object({
  q: line(200),
  kinds: z
    .string()
    .regex(new RegExp(`^${kind}(?:,${kind})*$`), `Write some of ${kinds.join(',')}`)
    .default(kinds.join(','))
    .meta({ example: 'artists,venues' }),
  limit: z.coerce.number().int().min(1).max(50).default(5),
  cursor: z.string().max(200).optional(),
})
export type SearchQuery = z.infer<typeof SearchQuery>

export const search = endpoint({
  id: 'search',
  method: 'GET',
  path: '/search',
  tag,
  summary: 'Shows, artists, venues, cities, people and songs by what they are called',
  description:
    'Every word of `q` has to fit, in any order, without regard to case and accents; shows are found by artist, title, venue, city and day, so words combine: `spinvis utrecht 2019`. When nothing fits, what is spelled similarly is given, and `similar` is true. Only what the viewer may see; a number of shows stops at 20. `cursor` goes on in one kind: ask for that kind alone.',
  security: 'optional',
  limit: 'search',
  query: SearchQuery,
  answers: { 200: Found },
  problems: [],
})

/** What narrows shows; `date` is the very day at the venue, `song` a song of the setlist. */
export const ShowSearch = ShowFilter.extend({
  date: CalendarDate.optional(),
  song: line(300).optional(),
})
export type ShowSearch = z.infer<typeof ShowSearch>

/** Shows, and whether they only come close because nothing is spelled so. */
export const FoundShows = pageOf(Show)
  .extend({ similar: z.boolean() })
  .meta({ id: 'FoundShows', example: { items: [], next_cursor: null, similar: false } })
export type FoundShows = z.infer<typeof FoundShows>

export const searchShows = endpoint({
  id: 'searchShows',
  method: 'GET',
  path: '/shows/search',
  tag,
  summary: 'Shows by artist, venue, city, day, year, song or any words',
  description:
    'Conditions combine. As `GET /shows`, but when nothing fits, shows that are spelled similarly are given and `similar` is true.',
  security: 'optional',
  limit: 'search',
  query: ShowSearch,
  answers: { 200: FoundShows },
  problems: ['unauthenticated'],
})
