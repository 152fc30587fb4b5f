import type * as contract from '@sharemyshows/contract/lookups'
import { sayCity, sayCountry } from '@/lib/places'
import type { MapPoint } from '@/ui/world-map/map-point'

// The typed client forgets how long a tuple is.
export type PlaceFound = Omit<contract.LookedUpVenue, 'point'> & { point: { coordinates: number[] } | null }
export type PlacesFound = Omit<contract.VenueLookups, 'items'> & { items: PlaceFound[] }
export type PlaceConfirm = { latitude: number; longitude: number; address?: string; place_id?: string }

/** Whom somebody can confirm: those that have an id there. */
export type Candidate = contract.LookedUpArtist & { mbid: string }

export const candidatesOf = (items: readonly contract.LookedUpArtist[]): Candidate[] =>
  items.flatMap((item) => (item.mbid === null ? [] : [{ ...item, mbid: item.mbid }]))

/** What tells an artist from others of the same name: "Dutch singer-songwriter · Netherlands". */
export const sayCandidate = ({ disambiguation, country }: contract.LookedUpArtist): string =>
  [disambiguation, country && sayCountry(country)].filter(Boolean).join(' · ') ||
  'Nothing more is said of them'

/** A place that can be confirmed, with where it lies. */
export type Spot = PlaceFound & { latitude: number; longitude: number }

/** Those of which it is known where they lie and which may stand on our map, as Google's may not. */
export const spotsOf = (items: readonly PlaceFound[]): Spot[] =>
  items.flatMap((item) => {
    const [longitude, latitude] = item.point?.coordinates ?? []
    if (item.source === 'google' || longitude === undefined || latitude === undefined) return []
    return [{ ...item, latitude, longitude }]
  })

/** Where a place is, in a line; of a town that it is no more than that. */
export function saySpot({ kind, address, ...place }: Omit<Spot, 'name'>): string {
  if (kind === 'city')
    return `Only the town: ${sayCity({ ...place, city: null }) || 'nothing closer is known'}`
  return [address, sayCity(place)].filter(Boolean).join(', ')
}

export const pointOf = (spot: Spot): MapPoint => ({
  id: spot.place_id,
  label: spot.name,
  detail: saySpot(spot),
  latitude: spot.latitude,
  longitude: spot.longitude,
  weight: 1,
})

/** What is said of a venue by confirming a place; an address that it has stays. */
export function confirmOf(spot: Spot, known: { address: string | null }): PlaceConfirm {
  const { latitude, longitude, address, place_id, kind } = spot
  const isOpen = known.address === null && address !== null && kind !== 'city'
  return {
    ...{ latitude, longitude },
    ...(isOpen && { address }),
    ...(place_id.startsWith('osm:') && { place_id }),
  }
}
