import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Bounds, Id, line, Near, Point } from './fields.ts'

const tag = 'Catalog'

/** An artist; `mbid` is the MusicBrainz identifier. */
export const Artist = z
  .object({ id: Id, name: z.string(), mbid: z.string().nullable() })
  .meta({ id: 'Artist', example: { id: Id.meta()?.example, name: 'Spinvis', mbid: null } })
export type Artist = z.infer<typeof Artist>

/** A venue; `country` is ISO 3166-1 alpha-2 where known, `time_zone` an IANA name. */
export const Venue = z
  .object({
    id: Id,
    name: z.string(),
    address: z.string().nullable(),
    city: z.string().nullable(),
    state: z.string().nullable(),
    country: z.string().nullable(),
    point: Point.nullable(),
    time_zone: z.string(),
  })
  .meta({
    id: 'Venue',
    example: {
      id: Id.meta()?.example,
      name: 'TivoliVredenburg',
      address: 'Vredenburgkade 11',
      city: 'Utrecht',
      state: null,
      country: 'NL',
      point: { type: 'Point', coordinates: [5.1134, 52.0932] },
      time_zone: 'Europe/Amsterdam',
    },
  })
export type Venue = z.infer<typeof Venue>

/** A city of the bundled GeoNames table (CC BY 4.0). */
export const City = z
  .object({
    id: z.int(),
    name: z.string(),
    country: z.string(),
    country_name: z.string(),
    population: z.int(),
    point: Point,
    time_zone: z.string(),
  })
  .meta({
    id: 'City',
    example: {
      id: 2745912,
      name: 'Utrecht',
      country: 'NL',
      country_name: 'Netherlands',
      population: 290529,
      point: { type: 'Point', coordinates: [5.12222, 52.09083] },
      time_zone: 'Europe/Amsterdam',
    },
  })
export type City = z.infer<typeof City>

const Typed = z.object({ q: line(200), limit: z.coerce.number().int().min(1).max(20).default(8) })

export const suggestArtists = endpoint({
  id: 'suggestArtists',
  method: 'GET',
  path: '/artists',
  tag,
  summary: 'Artists while typing, best first',
  description: 'Only artists of shows the viewer may see.',
  security: 'optional',
  limit: 'search',
  query: Typed,
  answers: { 200: z.object({ items: z.array(Artist) }) },
  problems: [],
})

export const suggestVenues = endpoint({
  id: 'suggestVenues',
  method: 'GET',
  path: '/venues',
  tag,
  summary: 'Venues while typing, best first',
  description: 'Only venues of shows the viewer may see.',
  security: 'optional',
  limit: 'search',
  query: Typed,
  answers: { 200: z.object({ items: z.array(Venue) }) },
  problems: [],
})

export const suggestCities = endpoint({
  id: 'suggestCities',
  method: 'GET',
  path: '/cities',
  tag,
  summary: 'Cities while typing, largest first, from the bundled GeoNames table',
  security: 'none',
  limit: 'search',
  query: Typed,
  answers: { 200: z.object({ items: z.array(City) }) },
  problems: [],
})

/** What is known of a point: the town nearest to it, none farther than some 100 km, and the zone its clocks follow. */
export const Whereabouts = z
  .object({ city: City.nullable(), time_zone: z.string() })
  .meta({ id: 'Whereabouts', example: { city: City.meta()?.example, time_zone: 'Europe/Amsterdam' } })
export type Whereabouts = z.infer<typeof Whereabouts>

export const nearestCity = endpoint({
  id: 'nearestCity',
  method: 'GET',
  path: '/cities/nearest',
  tag,
  summary: 'The town nearest to a point, from the bundled GeoNames table, and the time zone there',
  security: 'none',
  limit: 'search',
  query: z.object({ near: Near }),
  answers: { 200: Whereabouts },
  problems: [],
})

/** A town on a map. */
export const Town = City.pick({ id: true, name: true, population: true, point: true }).meta({ id: 'Town' })
export type Town = z.infer<typeof Town>

/** Most towns one map is given; the largest. */
export const MOST_TOWNS = 200

export const listTowns = endpoint({
  id: 'listTowns',
  method: 'GET',
  path: '/cities/map',
  tag,
  summary: 'The 200 largest towns in a part of the map, from the bundled GeoNames table',
  security: 'none',
  limit: 'search',
  query: z.object({ bbox: Bounds }),
  answers: { 200: z.object({ items: z.array(Town) }).meta({ id: 'Towns' }) },
  problems: [],
})
