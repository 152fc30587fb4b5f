import type * as contract from '@sharemyshows/contract/catalog'
import type { ComponentType } from 'react'
import type { ComboboxProps } from '@/ui/combobox'

export type Artist = contract.Artist
// Without their points: the typed client forgets how long a tuple is, and no field needs one.
export type Venue = Omit<contract.Venue, 'point'>
export type City = Omit<contract.City, 'point'>

/** A text field that suggests what the catalog knows; the owner keeps the text, and free text stays possible. */
export type SuggestFieldProps<T> = Omit<
  ComboboxProps<T>,
  'options' | 'keyOf' | 'renderOption' | 'loading' | 'emptyText'
>

/** The fields of the catalog, as a page hands them to a form of another feature. */
export type CatalogFields = {
  ArtistField: ComponentType<SuggestFieldProps<Artist>>
  VenueField: ComponentType<SuggestFieldProps<Venue>>
  CityField: ComponentType<SuggestFieldProps<City>>
}
