import type { Attribution } from '@sharemyshows/contract/lookups'

/** What somebody who types waits for the network (ms). */
export const TYPING_MS = 300

/** Towns among what is suggested: who types looks for a venue first. */
export const MOST_TOWNS = 3

/** The bundled towns are GeoNames' (CC BY 4.0). */
export const GEONAMES: Attribution = { text: 'GeoNames', url: 'https://www.geonames.org' }

/** As many of each as fit: what is near comes first, and leaves half of the room to what is far. */
export function fitted<Near, Far>(near: Near[], far: Far[], limit: number): [near: Near[], far: Far[]] {
  const kept = near.slice(0, limit - Math.min(far.length, Math.floor(limit / 2)))
  return [kept, far.slice(0, limit - kept.length)]
}

type Placed = { kind: string; name: string; country: string | null; venue_id: string | null }

const townKey = ({ name, country }: Placed) => `${name.toLowerCase()}|${country ?? ''}`

/** Places from elsewhere that are not among those near already: the same venue, or the same town. */
export function newPlaces<Place extends Placed>(near: Place[], far: Place[]): Place[] {
  const venues = new Set(near.map(({ venue_id }) => venue_id))
  const towns = new Set(near.filter(({ kind }) => kind === 'city').map(townKey))
  return far.filter(
    (place) =>
      !(place.venue_id !== null && venues.has(place.venue_id)) &&
      !(place.kind === 'city' && towns.has(townKey(place))),
  )
}

/** Where a place is looked up by its id. */
export type PlaceId =
  | { of: 'venue'; id: string }
  | { of: 'city'; id: number }
  | { of: 'osm'; id: string }
  | { of: 'musicbrainz'; id: string }
  | { of: 'google'; id: string }

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
export const isUuid = (text: string): boolean => UUID.test(text)

/** Reads a `place_id`; undefined for what nobody ever gave one. */
export function placeIdOf(text: string): PlaceId | undefined {
  if (isUuid(text)) return { of: 'venue', id: text.toLowerCase() }
  const [, prefix, rest = ''] = /^(city|osm|mb):(.*)$/.exec(text) ?? []
  if (prefix === 'city') return /^\d{1,9}$/.test(rest) ? { of: 'city', id: Number(rest) } : undefined
  if (prefix === 'osm') return /^[NWR]\d{1,20}$/.test(rest) ? { of: 'osm', id: rest } : undefined
  if (prefix === 'mb') return isUuid(rest) ? { of: 'musicbrainz', id: rest.toLowerCase() } : undefined
  return /^[\w-]{10,255}$/.test(text) ? { of: 'google', id: text } : undefined
}
