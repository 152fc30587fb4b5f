import type { Tx } from '../../../platform/db/connect.ts'
import { zoneAt } from '../../../platform/geo/zones.ts'
import type { Correction, Place } from '../rules.ts'
import * as store from '../store.ts'

export type SettledVenue = {
  id: string
  point: { latitude: number; longitude: number } | null
  time_zone: string
  /** It existed and now has another zone: what happened there happened at another moment. */
  rezoned: boolean
  /** What is known of it only now. */
  learnt: Correction
}

/** Puts right what is known of a venue; undefined leaves a field, null empties it. */
export async function correctVenue(tx: Tx, id: string, correction: Correction): Promise<SettledVenue> {
  return learn(tx, await store.lockVenue(tx, id), () => correction)
}

/**
 * Writes down what is new about a venue, seen again under a lock when there is anything. `townIsNew`: its town or
 * country has just been written.
 */
export async function learn(
  tx: Tx,
  seen: store.Known,
  newsOf: (venue: store.Known) => Correction,
  townIsNew = false,
): Promise<SettledVenue> {
  const isNew = Object.keys(newsOf(seen)).length > 0
  const venue = isNew ? await store.lockVenue(tx, seen.id) : seen
  const news = isNew ? newsOf(venue) : {}
  const time_zone = (await zoneAfter(tx, venue, news, townIsNew)) ?? venue.time_zone
  if (Object.keys(news).length > 0 || townIsNew) await store.updateVenue(tx, venue.id, { ...news, time_zone })
  return {
    id: venue.id,
    point: pointOf({ ...venue, ...news }),
    time_zone,
    rezoned: time_zone !== venue.time_zone,
    learnt: news,
  }
}

/** The zone that news tell of: by the point, or by the country of a town. */
async function zoneAfter(
  tx: Tx,
  venue: store.Known,
  news: Correction,
  townIsNew: boolean,
): Promise<string | null> {
  const after = { ...venue, ...news }
  if (news.latitude !== undefined || news.longitude !== undefined) return zoneOf(after)
  if ((news.country === undefined && !townIsNew) || after.latitude !== null) return null
  return store.findZone(tx, after.city, after.country)
}

type Located = Pick<Place, 'latitude' | 'longitude'>

const pointOf = ({ latitude, longitude }: Located): SettledVenue['point'] =>
  latitude === null || longitude === null ? null : { latitude, longitude }

export function zoneOf(located: Located): string | null {
  const point = pointOf(located)
  return point === null ? null : zoneAt(point.latitude, point.longitude)
}
