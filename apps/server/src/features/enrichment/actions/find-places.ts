import type { LookedUpVenue, VenueLookups } from '@sharemyshows/contract/lookups'
import type { Db } from '../../../platform/db/connect.ts'
import { countryName } from '../../../platform/geo/countries.ts'
import { zoneAt } from '../../../platform/geo/zones.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { MapPlace, Musicbrainz, Nominatim } from '../../../platform/providers/ports.ts'
import {
  areNear,
  askIf,
  nothingFrom,
  type Placed,
  pageOfOsm,
  pageOfPlace,
  placedOnes,
  type Tried,
} from '../rules.ts'
import * as store from '../store.ts'

export type FindPlacesDeps = { db: Db; nominatim: Nominatim | null; musicbrainz: Musicbrainz | null }

const MOST = 5
/** Whose table of towns it is (CC BY 4.0). */
const GEONAMES = { text: 'GeoNames', url: 'https://www.geonames.org' }

/**
 * Where a venue may be: places of its name in its town, else the towns it can mean, so that one sees it is only that.
 * Undefined when the person sees no show there.
 */
export async function findPlaces(
  { db, nominatim, musicbrainz }: FindPlacesDeps,
  actor: Actor,
  id: string,
): Promise<VenueLookups | undefined> {
  const venue = await store.findVenue(db, actor.id, id)
  if (venue === undefined) return undefined
  const { name, city, country } = venue
  const words = [name, city, country && countryName(country)].filter((word) => word !== null).join(', ')
  const [onMap, inMusicbrainz] = await Promise.all([
    askIf(nominatim, (port) => port.search(words, MOST)),
    askIf(musicbrainz, (port) => port.searchPlaces(name, city, MOST)),
  ])
  // what cannot be marked as theirs may not be kept
  const mapped = (onMap.result === 'ok' ? placedOnes(onMap.data) : []).flatMap(({ osmId, ...place }) =>
    osmId === null ? [] : [{ ...place, osmId }],
  )
  // a place that both know is told once, as the map has it
  const others = (inMusicbrainz.result === 'ok' ? placedOnes(inMusicbrainz.data) : []).filter(
    ({ point }) => !mapped.some((place) => areNear(place.point, point)),
  )
  const items = [
    ...mapped.map((place) =>
      told(place, {
        place_id: `osm:${place.osmId}`,
        url: pageOfOsm(place.osmId),
        source: 'nominatim',
      }),
    ),
    ...others.map((place) =>
      told(place, { place_id: `mbid:${place.mbid}`, url: pageOfPlace(place.mbid), source: 'musicbrainz' }),
    ),
  ]
  const asked: (Tried & { found: number })[] = [
    { provider: 'nominatim', result: onMap.result, found: mapped.length },
    { provider: 'musicbrainz', result: inMusicbrainz.result, found: others.length },
  ]
  const tried = asked.filter(({ found }) => found === 0).map(({ provider, result }) => ({ provider, result }))
  if (items.length === 0) return (await inTown(db, venue, tried)) ?? nothingFrom(tried)
  const ofMap = mapped.length > 0
  return {
    provider: ofMap ? 'nominatim' : 'musicbrainz',
    result: 'ok',
    attribution: (ofMap ? nominatim?.attribution : musicbrainz?.attribution) ?? null,
    tried,
    items,
    next_page: null,
  }
}

const told = (
  {
    kind,
    name,
    address,
    city,
    state,
    country,
    point: { latitude, longitude },
  }: Placed<Omit<MapPlace, 'osmId'>>,
  where: Pick<LookedUpVenue, 'place_id' | 'url' | 'source'>,
): LookedUpVenue => ({
  ...where,
  venue_id: null,
  kind,
  name,
  address,
  city,
  state,
  country,
  point: { type: 'Point', coordinates: [longitude, latitude] },
  time_zone: zoneAt(latitude, longitude),
})

/** The towns of its name, from the bundled table. */
async function inTown(
  db: Db,
  { city, country }: store.Whereabouts,
  tried: Tried[],
): Promise<VenueLookups | undefined> {
  const towns = city === null ? [] : await store.findTowns(db, city, country)
  if (towns.length === 0) return undefined
  return {
    provider: 'catalogue',
    result: 'ok',
    attribution: GEONAMES,
    tried,
    items: towns.map((town) => ({
      place_id: `city:${town.id}`,
      venue_id: null,
      kind: 'city',
      name: town.name,
      address: null,
      city: town.name,
      state: null,
      country: town.country,
      point: { type: 'Point', coordinates: [town.longitude, town.latitude] },
      time_zone: town.time_zone,
      url: null,
      source: 'catalogue',
    })),
    next_page: null,
  }
}
