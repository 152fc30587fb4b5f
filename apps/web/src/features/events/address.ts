import type { EventFilter } from '@sharemyshows/contract/events'
import type { Box } from '@/ui/world-map/world-map'
import { type Days, daysOf, WHEN, type When } from './nights'

/** How far around a place one looks, in kilometres. */
export const RADII = [5, 10, 25, 50, 100] as const
export const USUAL_KM = 25
export type Radius = (typeof RADII)[number]

/** A spot on earth in degrees, and what it is called. */
type Centre = { latitude: number; longitude: number; name: string }

/**
 * The address of Discover: around where, how far, or which part of the map; when; what. Left out: everywhere, from today
 * on, everything. `view=map` is the map of phones.
 */
export type DiscoverAddress = Days & {
  near?: string
  place?: string
  radius?: Radius
  box?: string
  when?: When
  category?: string
  q?: string
  view?: 'map'
}

/** What a filter of the address leaves to the server. */
export type Asked = Pick<EventFilter, 'from' | 'to' | 'category' | 'q'>

const LONGEST = { place: 100, category: 100, q: 200 } as const
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Discover as the address says it; what makes no sense there is left out. */
export function readDiscoverAddress(raw: Record<string, unknown>): DiscoverAddress {
  const address: DiscoverAddress = {}
  for (const [name, longest] of Object.entries(LONGEST)) {
    // a name of digits alone comes out of the address as a number
    const text = raw[name] === undefined ? '' : String(raw[name]).trim()
    if (text !== '') address[name as keyof typeof LONGEST] = text.slice(0, longest)
  }
  if (numbersOf(raw.near, 2, [90, 180])) address.near = String(raw.near)
  const box = numbersOf(raw.box, 4, [180, 90, 180, 90])
  if (box && (box[1] ?? 0) <= (box[3] ?? 0)) address.box = String(raw.box)
  const radius = RADII.find((one) => one === Number(raw.radius))
  if (radius !== undefined && radius !== USUAL_KM) address.radius = radius
  const when = WHEN.find((one) => one === raw.when)
  if (when) address.when = when
  for (const name of ['from', 'to'] as const) {
    if (!when && isDay(raw[name])) address[name] = raw[name]
  }
  if (raw.view === 'map') address.view = 'map'
  return address
}

const isDay = (value: unknown): value is string =>
  typeof value === 'string' && DAY.test(value) && !Number.isNaN(Date.parse(value))

function numbersOf(value: unknown, count: number, most: readonly number[]): number[] | undefined {
  if (typeof value !== 'string' || value.length > 120) return undefined
  const numbers = value.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  const fit = numbers.length === count && numbers.every((number, n) => Math.abs(number) <= (most[n] ?? 0))
  return fit ? numbers : undefined
}

/** The spot the address looks around, unless it looks at a part of the map. */
export function centreOf({ near, place, box }: DiscoverAddress): Centre | undefined {
  const [latitude, longitude] = numbersOf(near, 2, [90, 180]) ?? []
  if (box !== undefined || latitude === undefined || longitude === undefined) return undefined
  return { latitude, longitude, name: place ?? 'this place' }
}

export function boxOfAddress({ box }: DiscoverAddress): Box | undefined {
  const [west, south, east, north] = numbersOf(box, 4, [180, 90, 180, 90]) ?? []
  if (west === undefined || south === undefined || east === undefined || north === undefined) return undefined
  return [west, south, east, north]
}

export const radiusOf = ({ radius }: DiscoverAddress): number => radius ?? USUAL_KM

/** Coordinates as the address and the server take them: to about a kilometre, so that a shared link gives no home away. */
export const nearOf = ({ latitude, longitude }: Pick<Centre, 'latitude' | 'longitude'>): string =>
  `${latitude.toFixed(2)},${longitude.toFixed(2)}`

/** A part of the map as the address and the server take it, on the map once around. */
export function boxText([west, south, east, north]: Box): string {
  const lon = (degrees: number) => Math.max(-180, Math.min(180, degrees)).toFixed(3)
  const lat = (degrees: number) => Math.max(-90, Math.min(90, degrees)).toFixed(3)
  return [lon(west), lat(south), lon(east), lat(north)].map(Number).join()
}

/** The conditions that list and map share. */
export function askedOf({ when, from, to, category, q }: DiscoverAddress, today: string): Asked {
  const days = when ? daysOf(when, today) : { from, to }
  const all = Object.entries({ ...days, category, q })
  return Object.fromEntries(all.filter(([, value]) => value !== undefined))
}

/** What the server is asked for, soonest first, so that nights stay together. */
export function filterOf(address: DiscoverAddress, today: string) {
  const { near, box } = address
  const where = box ? { bbox: box } : near ? { near, radius_km: radiusOf(address) } : {}
  return { ...askedOf(address, today), ...where, order: 'date' as const }
}

/** True when something but the place narrows what is found. */
export const isNarrowed = ({ when, from, to, category, q }: DiscoverAddress): boolean =>
  [when, from, to, category, q].some((one) => one !== undefined)
