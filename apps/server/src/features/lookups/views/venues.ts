import type { City, Venue } from '@sharemyshows/contract/catalog'
import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { LookedUpVenue, VenueLookup, VenueLookups } from '@sharemyshows/contract/lookups'
import type { Db } from '../../../platform/db/connect.ts'
import { zoneAt } from '../../../platform/geo/zones.ts'
import type { Viewer } from '../../../platform/http/actor.ts'
import type { Ports } from '../../../platform/providers/ports.ts'
import type { Typings } from '../../../platform/providers/typings.ts'
import { survivorOf } from '../../../viewer/survivors.ts'
import { type Asker, ask, type Candidate, candidate, reshape, setUp } from '../rules/asking.ts'
import { guessOfGoogle, placeOfGoogle, placeOfMap, placeOfMusicbrainz } from '../rules/outside.ts'
import {
  fitted,
  GEONAMES,
  MOST_TOWNS,
  newPlaces,
  type PlaceId,
  placeIdOf,
  TYPING_MS,
} from '../rules/places.ts'
import { together } from '../rules/told.ts'
import { knownVenues, venueAt } from '../store/known.ts'
import { ofTown, ofVenue, readTown, readVenues } from '../store/venues.ts'

export type VenueSources = {
  db: Db
  ports: Ports
  typings: Typings
  /** Venues and towns while typing. */
  suggestVenues: (viewer: Viewer, typed: string, limit: number) => Promise<Venue[]>
  suggestCities: (typed: string, limit: number) => Promise<City[]>
  /** Venues by words, wherever in the name or the town these are. */
  findVenues: (viewer: Viewer, words: string, limit: number) => Promise<{ id: string }[]>
}

const MOST = 20

/** Places elsewhere with what this server knows of them: their clocks, and the venues here that they are. */
export async function knownPlaces(db: Db, viewer: Viewer, places: LookedUpVenue[]): Promise<LookedUpVenue[]> {
  const found = await knownVenues(db, viewer, places)
  return found.map(({ point, time_zone, ...place }) => {
    const [longitude, latitude] = point?.coordinates ?? []
    const zone = latitude === undefined || longitude === undefined ? null : zoneAt(latitude, longitude)
    return { ...place, point, time_zone: time_zone ?? zone }
  })
}

/** Venues by words: those here, then those of whoever is set up. */
export async function searchVenues(
  sources: VenueSources,
  asker: Asker,
  { query }: { query: string },
): Promise<VenueLookups> {
  const { db, ports, findVenues } = sources
  const { viewer } = asker
  const elsewhere: Candidate<LookedUpVenue[]>[] = [
    candidate('google', ports.google, async (google) =>
      reshape(await google.search(query, MOST), (found) => found.map(placeOfGoogle)),
    ),
    candidate('nominatim', ports.nominatim, async (nominatim) =>
      reshape(await nominatim.search(query, MOST), (found) =>
        found.flatMap((place) => placeOfMap('nominatim', place)),
      ),
    ),
    candidate('musicbrainz', ports.musicbrainz, async (musicbrainz) =>
      reshape(await musicbrainz.searchPlaces(query, null, MOST), (found) => found.map(placeOfMusicbrainz)),
    ),
  ]
  const [own, asked] = await Promise.all([
    findVenues(viewer, query, MOST).then((found) =>
      readVenues(
        db,
        viewer,
        found.map(({ id }) => id),
      ),
    ),
    ask(asker, setUp(elsewhere)),
  ])
  const far = newPlaces(own, await knownPlaces(db, viewer, asked.given?.data ?? []))
  return together(own, far, asked)
}

/** Venues and towns while typing. What others know and do not say in time is there when it is asked for again. */
export async function completeVenue(
  sources: VenueSources,
  asker: Asker,
  { input, limit }: { input: string; limit: number },
): Promise<VenueLookups> {
  const { db, ports, typings, suggestVenues, suggestCities } = sources
  const { viewer, session } = asker
  const patience = { waitMs: TYPING_MS }
  const elsewhere: Candidate<LookedUpVenue[]>[] = [
    candidate('photon', ports.photon, async (photon) =>
      reshape(await photon.complete(input, limit, patience), (found) =>
        found.flatMap((place) => placeOfMap('photon', place)),
      ),
    ),
    candidate('google', ports.google, async (google) =>
      reshape(await google.complete(input, limit, typings.of(session), patience), (found) =>
        found.map(guessOfGoogle),
      ),
    ),
  ]
  const [venues, towns, asked] = await Promise.all([
    suggestVenues(viewer, input, limit),
    suggestCities(input, Math.min(limit, MOST_TOWNS)),
    // one alone, or the second would make the first's waiting twice as long
    ask(asker, setUp(elsewhere).slice(0, 1)),
  ])
  const own = [...venues.map(ofVenue), ...towns.map(ofTown)]
  const others = newPlaces(own, await knownPlaces(db, viewer, asked.given?.data ?? []))
  const [near, far] = fitted(own, others, limit)
  const hasTowns = near.some(({ kind }) => kind === 'city')
  return together(near, far, asked, hasTowns ? GEONAMES : null)
}

/** One place by its id, wherever it is from. */
export async function readPlace(
  sources: VenueSources,
  asker: Asker,
  { place_id }: { place_id: string },
): Promise<VenueLookup | Refusal> {
  const id = placeIdOf(place_id)
  if (id === undefined) return refuse('not_found')
  const { db } = sources
  const { given, tried } = await ask(asker, whoKnows(sources, asker, id))
  if (given !== null) {
    const [item] = await knownPlaces(db, asker.viewer, [given.data])
    const { provider, attribution } = given
    return item ? { provider, result: 'ok', attribution, tried, item } : refuse('not_found')
  }
  const item = await readOwn(db, asker.viewer, id)
  if (item === undefined) return refuse('not_found')
  const attribution = item.kind === 'city' ? GEONAMES : null
  return { provider: 'catalogue', result: 'ok', attribution, tried, item }
}

/** Whoever gave the id. */
function whoKnows({ ports, typings }: VenueSources, { session }: Asker, id: PlaceId) {
  const elsewhere: Candidate<LookedUpVenue>[] = []
  if (id.of === 'osm')
    elsewhere.push(
      candidate('nominatim', ports.nominatim, async (nominatim) =>
        reshape(await nominatim.lookup(id.id), (place) => placeOfMap('nominatim', place)[0]),
      ),
    )
  if (id.of === 'musicbrainz')
    elsewhere.push(
      candidate('musicbrainz', ports.musicbrainz, async (musicbrainz) =>
        reshape(await musicbrainz.place(id.id), placeOfMusicbrainz),
      ),
    )
  if (id.of === 'google')
    elsewhere.push(
      candidate('google', ports.google, async (google) =>
        reshape(await google.details(id.id, typings.end(session)), placeOfGoogle),
      ),
    )
  return setUp(elsewhere)
}

async function readOwn(db: Db, viewer: Viewer, id: PlaceId): Promise<LookedUpVenue | undefined> {
  if (id.of === 'city') return readTown(db, id.id)
  if (id.of === 'musicbrainz') return undefined
  const venue =
    id.of === 'venue'
      ? ((await survivorOf(db, viewer, 'venue', id.id)) ?? id.id)
      : await venueAt(db, viewer, { [id.of]: id.id })
  return venue === undefined ? undefined : (await readVenues(db, viewer, [venue]))[0]
}
