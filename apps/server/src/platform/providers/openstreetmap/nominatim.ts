import { z } from 'zod'
import { at } from '../address.ts'
import type { Port } from '../port.ts'
import type { MapPlace, Nominatim } from '../ports.ts'
import { country, lineOf, listOf, maybeWords, pointOf, words } from '../text.ts'
import { attribution, kindOf, OsmNumber, streetOf } from './places.ts'

const how = { format: 'jsonv2', addressdetails: 1, 'accept-language': 'en' }
const MOST = 40

const Address = z.object({
  road: maybeWords(200),
  house_number: maybeWords(40),
  city: maybeWords(100),
  town: maybeWords(100),
  village: maybeWords(100),
  municipality: maybeWords(100),
  hamlet: maybeWords(100),
  state: maybeWords(100),
  country_code: country,
})
const LETTERS = { node: 'N', way: 'W', relation: 'R' }

const Place = z
  .object({
    osm_type: z.enum(['node', 'way', 'relation']).nullish().catch(null),
    osm_id: OsmNumber.nullish().catch(null),
    category: z.string().catch(''),
    type: z.string().catch(''),
    addresstype: z.string().catch(''),
    name: maybeWords(200),
    display_name: words(1000),
    lat: z.unknown(),
    lon: z.unknown(),
    address: Address.nullish().catch(null),
  })
  .transform((place): MapPlace => {
    const { osm_type: type, osm_id: number, category, address } = place
    return {
      osmId: type && number ? `${LETTERS[type]}${number}` : null,
      kind: kindOf(category, place.type, place.addresstype),
      name: place.name ?? lineOf(place.display_name.split(',')[0] ?? '', 200),
      address: streetOf(address?.road, address?.house_number),
      city:
        address?.city ??
        address?.town ??
        address?.village ??
        address?.municipality ??
        address?.hamlet ??
        null,
      state: address?.state ?? null,
      country: address?.country_code ?? null,
      point: pointOf(place.lat, place.lon),
    }
  })

const Places = listOf(Place, MOST).transform((places) => (places.length === 0 ? null : places))
const First = listOf(Place, 1).transform(([place = null]) => place)
const Status = z.object({ status: z.literal(0) })

/** What it is asked by operators who want to know whether it answers. */
export const check = (port: Port) =>
  port.ask(Status, { at: at`/status`, query: { format: 'json' }, absent: [], fresh: true })

/** Nominatim: places of OpenStreetMap. It must not be asked while somebody types. */
export const createNominatim = (port: Port): Nominatim => ({
  attribution,
  search: (q, most) =>
    port.ask(Places, { at: at`/search`, query: { q, limit: Math.min(most, MOST), ...how } }),
  lookup: async (osmId) =>
    /^[NWR]\d{1,20}$/.test(osmId)
      ? port.ask(First, { at: at`/lookup`, query: { osm_ids: osmId, ...how } })
      : { result: 'empty' },
})
