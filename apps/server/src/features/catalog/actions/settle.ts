import type { Tx } from '../../../platform/db/connect.ts'
import { countryCode } from '../../../platform/geo/countries.ts'
import { filledIn, type Place, placeIdsOf } from '../rules.ts'
import * as store from '../store.ts'
import { learn, type SettledVenue, zoneOf } from './correct-venue.ts'

/** Who plays where, in names. */
export type Entry = {
  /** Headliner first; may be nobody. */
  artists: readonly string[]
  place: Place
  /** The `place_id` under which the place was found elsewhere. */
  placeId?: string | null | undefined
  /** Whose zone a venue in an unknown town gets. */
  personId: string
  /**
   * Held together with the headliner until the transaction ends, so that two who settle the same at once do it one
   * after the other.
   */
  claim: string
  /** Leaves a known venue as it is, whatever this place knows more of it. */
  quietly?: boolean
}

/** `artistIds`: the headliner first, each once. */
export type Settled = { artistIds: string[]; venue: SettledVenue }

/** Finds artists and venue by their names, or makes them; of a known venue only what is empty is filled in. */
export async function settle(tx: Tx, entry: Entry): Promise<Settled> {
  const place = inCodes(entry.place)
  const { artistIds, venue } = await findOrMake(tx, { ...entry, place, zone: zoneOf(place) })
  const ids = entry.placeId == null || entry.quietly ? null : placeIdsOf(entry.placeId)
  if (ids !== null) await store.notePlaceIds(tx, venue.id, ids)
  return {
    artistIds: [...new Set(artistIds)],
    venue: await learn(tx, venue, (now) => (entry.quietly ? {} : filledIn(now, place))),
  }
}

type Both = { artistIds: string[]; venue: store.Known }

/** What somebody else makes at the same moment is found at the second look. */
async function findOrMake(tx: Tx, wanted: store.Wanted): Promise<Both> {
  let meant: store.Known | undefined
  for (const last of [false, true]) {
    const { artist_ids, merged, ...exact } = await store.claimAndFind(tx, wanted)
    const venue = exact.id === null ? meant : exact
    const unknown = wanted.artists.filter((_, index) => artist_ids[index] === null)
    if (unknown.length === 0 && venue !== undefined) {
      const both = { artistIds: artist_ids as string[], venue }
      return merged ? survivors(tx, both) : both
    }
    if (last) break
    if (unknown.length > 0) await store.makeArtists(tx, unknown)
    if (venue === undefined) meant = await meantOrMade(tx, wanted)
  }
  throw new Error('an artist or a venue was neither found nor made')
}

/** The venue that is meant though it is written otherwise; when there is none it is made, and found at the next look. */
async function meantOrMade(tx: Tx, wanted: store.Wanted): Promise<store.Known | undefined> {
  await store.holdName(tx, wanted.place.name)
  const meant = await store.findMeant(tx, wanted)
  if (meant === undefined) await store.makeVenue(tx, wanted)
  return meant
}

const survivors = async (tx: Tx, { artistIds, venue }: Both): Promise<Both> => ({
  artistIds: await store.holdSurvivors(tx, artistIds),
  venue: await store.holdVenue(tx, venue.id),
})

const inCodes = (place: Place): Place => ({
  ...place,
  country: place.country === null ? null : countryCode(place.country),
})
