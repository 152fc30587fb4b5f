import { ArtistField, KnownArtistField } from './components/artist-field'
import { CityField } from './components/city-field'
import { KnownVenueField, VenueField } from './components/venue-field'
import type { CatalogFields } from './model'

/** All fields of the catalog, to be handed to a form. */
export const catalogFields: CatalogFields = { ArtistField, VenueField, CityField }

/** The same for looking among what is here: nobody elsewhere is asked. */
export const knownFields: CatalogFields = {
  ArtistField: KnownArtistField,
  VenueField: KnownVenueField,
  CityField,
}
