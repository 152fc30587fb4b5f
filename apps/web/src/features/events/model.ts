import type { Venue } from '@sharemyshows/contract/catalog'
import type * as contract from '@sharemyshows/contract/events'

// Points without their length: the typed client forgets how long a tuple is.
export type Event = Omit<contract.Event, 'venue' | 'location'> & {
  venue: Omit<Venue, 'point'>
  location: { type: 'Point'; coordinates: number[] }
}
