import { sayCity } from '@/lib/places'
import { Combobox } from '@/ui/combobox'
import { useSuggestions, venues } from '../api'
import type { SuggestFieldProps, Venue } from '../model'
import { TwoWords } from './two-words'

/** Where it was: suggests venues of shows one may see, takes any name. */
export function VenueField(field: SuggestFieldProps<Venue>) {
  const found = useSuggestions(venues, field.value)
  return (
    <Combobox
      {...field}
      {...found}
      keyOf={(venue) => venue.id}
      renderOption={(venue) => <TwoWords first={venue.name} second={sayCity(venue)} />}
    />
  )
}
