import type { Provider } from '@sharemyshows/contract/lookups'
import { PROVIDER_NAMES } from '@/lib/lookups'
import type { FoundVenue, PickedVenue } from './model'

/** The heading of suggestions from elsewhere; what is known here needs none. */
export const elsewhere = ({ source }: { source: Provider }): string | undefined =>
  source === 'catalogue' ? undefined : `From ${PROVIDER_NAMES[source]}`

/** Sources whose ids say for good which place it is. */
const LASTING: readonly Provider[] = ['google', 'nominatim', 'photon']

/**
 * What a form takes of a venue that was found. Of Google's it is what the person sees in the fields and confirms by
 * sending them, and never where it lies.
 */
export function pickedOf(found: FoundVenue): PickedVenue {
  const { name, address, city, state, country, point, place_id, source } = found
  return {
    ...{ name, address, city, state, country },
    point: source === 'google' ? null : point,
    place_id: LASTING.includes(source) ? place_id : null,
  }
}
