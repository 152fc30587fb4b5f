import { Combobox } from '@/ui/combobox'
import { artists, useSuggestions } from '../api'
import type { Artist, SuggestFieldProps } from '../model'

/** Who plays: suggests artists of shows one may see, takes any name. */
export function ArtistField(field: SuggestFieldProps<Artist>) {
  const found = useSuggestions(artists, field.value)
  return (
    <Combobox
      {...field}
      {...found}
      keyOf={(artist) => artist.id}
      renderOption={(artist) => <span className="truncate font-medium">{artist.name}</span>}
    />
  )
}
