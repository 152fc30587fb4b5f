import { z } from 'zod'
import type { MapPlace } from '../ports.ts'

/** ODbL: named wherever something of it is shown. */
export const attribution = {
  text: '© OpenStreetMap contributors',
  url: 'https://www.openstreetmap.org/copyright',
}

const TOWNS = new Set(['city', 'town', 'village', 'hamlet', 'municipality', 'suburb', 'borough', 'locality'])

/** What a place is, by its tag in OpenStreetMap and what it is to an address. */
export function kindOf(key: string, value: string, addressed: string): MapPlace['kind'] {
  if (TOWNS.has(addressed) || (key === 'place' && TOWNS.has(value))) return 'city'
  if (key === 'highway' || value === 'house' || value === 'postcode') return 'address'
  return 'venue'
}

export const OsmNumber = z.coerce.number().int().positive()

export const streetOf = (road: string | null | undefined, number: string | null | undefined) =>
  road ? [road, number].filter(Boolean).join(' ') : null
