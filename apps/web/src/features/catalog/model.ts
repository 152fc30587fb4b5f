import type * as contract from '@sharemyshows/contract/catalog'
import type * as lookups from '@sharemyshows/contract/lookups'
import type { ComponentType } from 'react'
import type { ComboboxProps } from '@/ui/combobox'

/** GeoJSON; the typed client forgets how long a tuple is. */
type Point = { coordinates: number[] }
type Located<T> = Omit<T, 'point'> & { point: Point | null }
export type Artist = contract.Artist
export type Venue = Located<contract.Venue>
export type City = Omit<contract.City, 'point'> & { point: Point }
export type FoundArtist = lookups.LookedUpArtist
export type FoundVenue = Located<lookups.LookedUpVenue>

/** What a picked artist brings into a form. */
export type PickedArtist = Pick<Artist, 'name'>

/** What a picked venue brings into a form; `place_id` says which place elsewhere it is, and is sent with the form. */
export type PickedVenue = Pick<Venue, 'name' | 'address' | 'city' | 'state' | 'country' | 'point'> & {
  place_id: string | null
}

/** A text field that suggests; the owner keeps the text, and free text stays possible. */
export type SuggestFieldProps<T> = Omit<
  ComboboxProps<T>,
  'options' | 'keyOf' | 'renderOption' | 'groupOf' | 'foot' | 'loading' | 'emptyText'
>

/** The fields of the catalog, as a page hands them to a form of another feature. */
export type CatalogFields = {
  ArtistField: ComponentType<SuggestFieldProps<PickedArtist>>
  VenueField: ComponentType<SuggestFieldProps<PickedVenue>>
  CityField: ComponentType<SuggestFieldProps<City>>
}
