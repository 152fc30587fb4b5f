import type { Kind } from '@sharemyshows/contract/search'

export type { Kind }

/** What can be looked for, in the order in which it is shown. */
export const KINDS = [
  'shows',
  'artists',
  'venues',
  'cities',
  'people',
  'songs',
] as const satisfies readonly Kind[]

export const KIND_NAMES: Record<Kind, string> = {
  shows: 'Shows',
  artists: 'Artists',
  venues: 'Venues',
  cities: 'Cities',
  people: 'People',
  songs: 'Songs',
}
