import type * as contract from '@sharemyshows/contract/artists'
import { sayShortDate } from '@/lib/dates'
import type { BigNumber } from '@/ui/big-numbers'

// The typed client forgets how long a tuple is.
type Located<T extends { point: unknown }> = Omit<T, 'point'> & { point: { coordinates: number[] } | null }
export type VenuePlayed = Located<contract.VenuePlayed>
export type ArtistPage = Omit<contract.ArtistPage, 'venues'> & { venues: VenuePlayed[] }

/** What the head of the page says in large type: my nights, or what there is for those who have none. */
export function numbersOf({ my, counts }: Pick<ArtistPage, 'my' | 'counts'>): BigNumber[] {
  if (my === null || my.shows === 0 || my.first === null || my.last === null) {
    return [
      { value: counts.shows, label: counts.shows === 1 ? 'show' : 'shows' },
      { value: counts.venues, label: counts.venues === 1 ? 'venue' : 'venues' },
    ]
  }
  if (my.shows === 1) return [{ value: sayShortDate(my.first), label: 'seen once' }]
  return [
    { value: my.shows, label: 'times seen' },
    { value: my.first.slice(0, 4), label: 'first seen' },
    { value: sayShortDate(my.last), label: 'last seen' },
  ]
}
