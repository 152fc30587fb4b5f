import type * as contract from '@sharemyshows/contract/catalog'
import type { ComponentType } from 'react'
import type { ComboboxProps } from '@/ui/combobox'

export type Artist = contract.Artist
/** GeoJSON; the typed client forgets how long a tuple is. */
type Point = { coordinates: number[] }
export type Venue = Omit<contract.Venue, 'point'> & { point: Point | null }
export type City = Omit<contract.City, 'point'> & { point: Point }

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
