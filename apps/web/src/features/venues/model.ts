import type * as contract from '@sharemyshows/contract/venues'
import { sayShortDate } from '@/lib/dates'
import type { BigNumber } from '@/ui/big-numbers'

// The typed client forgets how long a tuple is.
export type VenuePage = Omit<contract.VenuePage, 'point'> & { point: { coordinates: number[] } | null }

/** What the head of the page says in large type: my visits, or what there is for those who have none. */
export function numbersOf({ my, counts }: Pick<VenuePage, 'my' | 'counts'>): BigNumber[] {
  if (my === null || my.visits === 0 || my.first === null || my.last === null) {
    return [
      { value: counts.shows, label: counts.shows === 1 ? 'show' : 'shows' },
      { value: counts.artists, label: counts.artists === 1 ? 'artist' : 'artists' },
    ]
  }
  if (my.visits === 1) return [{ value: sayShortDate(my.first), label: 'your only visit' }]
  return [
    { value: my.visits, label: 'visits' },
    { value: my.first.slice(0, 4), label: 'the first' },
    { value: sayShortDate(my.last), label: 'the last' },
  ]
}

/** The place on the map of OpenStreetMap; undefined where it is not known to the metre. */
export function mapOf({ point }: Pick<VenuePage, 'point'>): string | undefined {
  const [longitude, latitude] = point?.coordinates ?? []
  if (longitude === undefined || latitude === undefined) return undefined
  return `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`
}
