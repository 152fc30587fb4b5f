import type { VenueLookups } from '@sharemyshows/contract/lookups'
import type { Db } from '../../../platform/db/connect.ts'
import { countryName } from '../../../platform/geo/countries.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { Musicbrainz, Nominatim } from '../../../platform/providers/ports.ts'
import type { Lookups } from '../../lookups/feature.ts'
import { areNear, askIf, nothingFrom, placed, type Tried } from '../rules.ts'
import * as store from '../store.ts'

export type FindPlacesDeps = {
  db: Db
  nominatim: Nominatim | null
  musicbrainz: Musicbrainz | null
  lookups: Pick<Lookups, 'placesOf' | 'ofTown' | 'townsAreOf'>
}

const MOST = 5

/**
 * Where a venue may be: places of its name in its town, else the towns it can mean, so that one sees it is only that.
 * Undefined when the person sees no show there.
 */
export async function findPlaces(
  { db, nominatim, musicbrainz, lookups }: FindPlacesDeps,
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
  const mapped = (onMap.result === 'ok' ? placed(onMap.data) : []).filter(({ osmId }) => osmId !== null)
  // a place that both know is told once, as the map has it
  const others = (inMusicbrainz.result === 'ok' ? placed(inMusicbrainz.data) : []).filter(
    ({ point }) => !mapped.some((place) => areNear(place.point, point)),
  )
  const asked: (Tried & { found: unknown[] })[] = [
    { provider: 'nominatim', result: onMap.result, found: mapped },
    { provider: 'musicbrainz', result: inMusicbrainz.result, found: others },
  ]
  const tried = asked
    .filter(({ found }) => found.length === 0)
    .map(({ provider, result }) => ({ provider, result: result === 'ok' ? 'empty' : result }))
  if (mapped.length + others.length === 0)
    return (await inTown(db, lookups, venue, tried)) ?? nothingFrom(tried)
  const ofMap = mapped.length > 0
  return {
    provider: ofMap ? 'nominatim' : 'musicbrainz',
    result: 'ok',
    attribution: (ofMap ? nominatim?.attribution : musicbrainz?.attribution) ?? null,
    tried,
    items: await lookups.placesOf(actor.id, mapped, others),
    next_page: null,
  }
}

/** The towns that a venue can be in, from the bundled table. */
async function inTown(
  db: Db,
  { ofTown, townsAreOf }: FindPlacesDeps['lookups'],
  { city, country }: store.Whereabouts,
  tried: Tried[],
): Promise<VenueLookups | undefined> {
  const towns = city === null ? [] : await store.findTowns(db, city, country)
  if (towns.length === 0) return undefined
  return {
    provider: 'catalogue',
    result: 'ok',
    attribution: townsAreOf,
    tried,
    items: towns.map(ofTown),
    next_page: null,
  }
}
