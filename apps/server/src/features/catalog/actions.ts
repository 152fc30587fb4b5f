import type { Tx } from '../../platform/db/connect.ts'
import { newId } from '../../platform/db/ids.ts'
import { countryCode } from '../../platform/geo/countries.ts'
import { zoneAt } from '../../platform/geo/zones.ts'
import { type Correction, filledIn, type Place, type VenueFacts } from './rules.ts'
import { findOrMake, readVenue, updateVenue } from './store.ts'

/** Who plays where, in names. */
export type Entry = {
  /** Headliner first; at least one. */
  artists: readonly string[]
  place: Place
  /** Whose zone a venue in an unknown town gets. */
  personId: string
  /**
   * Held together with the headliner until the transaction ends, so that two who settle the same at once do it one
   * after the other.
   */
  claim: string
}

export type SettledVenue = {
  id: string
  point: { latitude: number; longitude: number } | null
  time_zone: string
  /** It existed and now has another zone: what happened there happened at another moment. */
  rezoned: boolean
}

/** `artistIds`: the headliner first, each once. */
export type Settled = { artistIds: [headliner: string, ...others: string[]]; venue: SettledVenue }

/** Finds artists and venue by their names, or makes them; of a known venue only what is empty is filled in. */
export async function settle(tx: Tx, entry: Entry): Promise<Settled> {
  const place = inCodes(entry.place)
  const { artist_ids, ...venue } = await findOrMake(tx, {
    artistIds: entry.artists.map(newId),
    artistNames: [...entry.artists],
    venueId: newId(),
    place,
    zone: zoneOf(place),
    personId: entry.personId,
    claim: entry.claim,
  })
  return {
    artistIds: [...new Set(artist_ids)] as Settled['artistIds'],
    venue: await learn(tx, venue, filledIn(venue, place)),
  }
}

/** Puts right what is known of a venue; undefined leaves a field, null empties it. */
export async function correctVenue(tx: Tx, id: string, correction: Correction): Promise<SettledVenue> {
  return learn(tx, await readVenue(tx, id), correction)
}

async function learn(tx: Tx, venue: VenueFacts & { id: string }, news: Correction): Promise<SettledVenue> {
  const known = { ...venue, ...news }
  const point = pointOf(known)
  const moved = news.latitude !== undefined || news.longitude !== undefined
  const time_zone = (moved ? zoneOf(known) : null) ?? venue.time_zone
  if (Object.keys(news).length > 0) await updateVenue(tx, venue.id, { ...news, time_zone })
  return { id: venue.id, point, time_zone, rezoned: time_zone !== venue.time_zone }
}

type Located = Pick<Place, 'latitude' | 'longitude'>

const pointOf = ({ latitude, longitude }: Located): SettledVenue['point'] =>
  latitude === null || longitude === null ? null : { latitude, longitude }

function zoneOf(located: Located): string | null {
  const point = pointOf(located)
  return point === null ? null : zoneAt(point.latitude, point.longitude)
}

const inCodes = (place: Place): Place => ({
  ...place,
  country: place.country === null ? null : countryCode(place.country),
})
