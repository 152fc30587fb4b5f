import type { Tx } from '../../platform/db/connect.ts'
import { countryCode } from '../../platform/geo/countries.ts'
import { zoneAt } from '../../platform/geo/zones.ts'
import { type Correction, filledIn, type Place } from './rules.ts'
import * as store from './store.ts'

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
  const { artistIds, venue } = await findOrMake(tx, { ...entry, place, zone: zoneOf(place) })
  return {
    artistIds: [...new Set(artistIds)] as Settled['artistIds'],
    venue: await learn(tx, venue, filledIn(venue, place)),
  }
}

/** What somebody else makes at the same moment is found at the second look. */
async function findOrMake(
  tx: Tx,
  wanted: store.Wanted,
): Promise<{ artistIds: string[]; venue: store.Known }> {
  for (const last of [false, true]) {
    const { artist_ids, ...venue } = await store.claimAndFind(tx, wanted)
    const unknown = wanted.artists.filter((_, index) => artist_ids[index] === null)
    if (unknown.length === 0 && venue.id !== null) return { artistIds: artist_ids as string[], venue }
    if (last) break
    if (unknown.length > 0) await store.makeArtists(tx, unknown)
    if (venue.id === null) await store.makeVenue(tx, wanted)
  }
  throw new Error('an artist or a venue was neither found nor made')
}

/** Puts right what is known of a venue; undefined leaves a field, null empties it. */
export async function correctVenue(tx: Tx, id: string, correction: Correction): Promise<SettledVenue> {
  return learn(tx, await store.readVenue(tx, id), correction)
}

async function learn(tx: Tx, venue: store.Known, news: Correction): Promise<SettledVenue> {
  const known = { ...venue, ...news }
  const point = pointOf(known)
  const moved = news.latitude !== undefined || news.longitude !== undefined
  const time_zone = (moved ? zoneOf(known) : null) ?? venue.time_zone
  if (Object.keys(news).length > 0) await store.updateVenue(tx, venue.id, { ...news, time_zone })
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
