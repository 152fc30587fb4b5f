import { z } from 'zod'
import { at } from '../address.ts'
import type { Port } from '../port.ts'
import type { MapPlace, Photon } from '../ports.ts'
import { country, listOf, maybeWords, pointOf } from '../text.ts'
import { attribution, kindOf, OsmNumber, streetOf } from './places.ts'

const MOST = 50
const lang = 'en'

const Feature = z
  .object({
    properties: z.object({
      osm_type: z.enum(['N', 'W', 'R']).nullish().catch(null),
      osm_id: OsmNumber.nullish().catch(null),
      osm_key: z.string().catch(''),
      osm_value: z.string().catch(''),
      type: z.string().catch(''),
      name: maybeWords(200),
      street: maybeWords(200),
      housenumber: maybeWords(40),
      city: maybeWords(100),
      state: maybeWords(100),
      countrycode: country,
    }),
    geometry: z
      .object({ coordinates: z.array(z.unknown()) })
      .nullish()
      .catch(null),
  })
  .transform(({ properties, geometry }) => {
    const { osm_type, osm_id, osm_key, osm_value, name, state, countrycode } = properties
    const [longitude, latitude] = geometry?.coordinates ?? []
    const address = streetOf(properties.street, properties.housenumber)
    const kind = name === null ? 'address' : kindOf(osm_key, osm_value, properties.type)
    return {
      osmId: osm_type && osm_id ? `${osm_type}${osm_id}` : null,
      kind,
      name: name ?? address ?? '',
      address,
      // of a town it says only the name
      city: properties.city ?? (kind === 'city' ? name : null),
      state,
      country: countrycode,
      point: pointOf(latitude, longitude),
    } satisfies MapPlace
  })
  .refine(({ name }) => name !== '')

const Places = z
  .object({ features: listOf(Feature, MOST) })
  .transform(({ features }): MapPlace[] | null => (features.length === 0 ? null : features))

/** What it is asked by operators who want to know whether it answers. */
export const check = (port: Port) =>
  port.ask(Places, { at: at`/api`, query: { q: 'Paris', limit: 1, lang }, absent: [], fresh: true })

/** Photon: places of OpenStreetMap while somebody types. */
export const createPhoton = (port: Port): Photon => ({
  attribution,
  complete: (q, most, patience) =>
    port.ask(Places, { at: at`/api`, query: { q, limit: Math.min(most, MOST), lang }, patience }),
})
