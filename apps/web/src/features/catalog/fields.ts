import { ArtistField } from './components/artist-field'
import { CityField } from './components/city-field'
import { VenueField } from './components/venue-field'
import type { CatalogFields } from './model'

/** All fields of the catalog, to be handed to a form. */
export const catalogFields: CatalogFields = { ArtistField, VenueField, CityField }
