import type { Point } from '@sharemyshows/contract/fields'
import type { Tx } from '../../../platform/db/connect.ts'
import { localOf } from '../../../platform/geo/wall-clock.ts'
import { zoneAt } from '../../../platform/geo/zones.ts'
import type { Catalog, Place } from '../../catalog/feature.ts'
import { nameFromAddress } from '../rules.ts'

/** A point as the database has it. */
export function pointOf({ coordinates: [longitude, latitude] }: Point): {
  latitude: number
  longitude: number
} {
  return { latitude, longitude }
}

/** Day and time at a point, by its own clocks. */
export function localAt(point: { latitude: number; longitude: number }, moment: string) {
  const zone = zoneAt(point.latitude, point.longitude)
  return { ...localOf(moment, zone), zone }
}

/** Where an event is, in words as far as they were given. */
export type Spot = {
  name?: string | null | undefined
  city?: string | null | undefined
  country?: string | null | undefined
  address?: string | null | undefined
  point: { latitude: number; longitude: number }
}

const NOWHERE = 'Somewhere'

/** What a venue is called that nobody named: what the address begins with, else the nearest town. */
export const nameOf = (address: string | null | undefined, town: string | undefined): string =>
  nameFromAddress(address) ?? town ?? NOWHERE

/** The place of an event; name, town and country come from the address and the nearest town where they were not said. */
export async function placeAt(
  tx: Tx,
  { readWhereabouts }: Pick<Catalog, 'readWhereabouts'>,
  { name, city, country, address = null, point }: Spot,
): Promise<Place> {
  const { city: town } = await readWhereabouts(tx, point)
  return {
    name: name ?? nameOf(address, town?.name),
    city: city ?? town?.name ?? null,
    country: country ?? (city == null || city === town?.name ? (town?.country ?? null) : null),
    state: null,
    address,
    ...point,
  }
}
