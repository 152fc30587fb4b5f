/** Where something is, as people say it; coordinates come in pairs. */
export type Place = {
  name: string
  address: string | null
  city: string | null
  state: string | null
  country: string | null
  latitude: number | null
  longitude: number | null
}

/** Which place of a map a venue is: of Google's this id is all that may be kept. */
export type PlaceIds = { osm_id?: string | null; google_place_id?: string | null }

/** What is kept of a `place_id` that was looked up; null for those of this server's own venues and towns. */
export function placeIdsOf(placeId: string): PlaceIds | null {
  const [, osm_id] = /^osm:([NWR]\d{1,20})$/.exec(placeId) ?? []
  if (osm_id !== undefined) return { osm_id }
  const isOwn = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(placeId)
  return !isOwn && /^[\w-]{10,255}$/.test(placeId) ? { google_place_id: placeId } : null
}

/** What is known of a venue besides what it is called. */
export type VenueFacts = {
  address: string | null
  city: string | null
  state: string | null
  country: string | null
  latitude: number | null
  longitude: number | null
  time_zone: string
}

const facts = ['address', 'state', 'country', 'latitude', 'longitude'] as const

/** What can be told of a venue without it becoming another one. */
export type Correction = { [Fact in (typeof facts)[number]]?: VenueFacts[Fact] }

/** What a place knows of a venue that was not known yet; its country only if the place says the town, too. */
export function filledIn(venue: VenueFacts, place: Place): Correction {
  const missing = facts.filter(
    (fact) => venue[fact] === null && place[fact] !== null && (fact !== 'country' || place.city !== null),
  )
  return Object.fromEntries(missing.map((fact) => [fact, place[fact]]))
}

/** True when nothing but a name, and maybe a country, says where it was. */
export const isNameAlone = ({ address, city, state, latitude }: Place): boolean =>
  address === null && city === null && state === null && latitude === null

type Town = Pick<Place, 'city' | 'country'>

/** Town and country that a venue which does not know them can have from another; undefined when there is no news. */
export function townFrom(venue: Town, other: Town): Town | undefined {
  const alike = (one: string | null, two: string | null) => one?.toLowerCase() === two?.toLowerCase()
  if (venue.city === null && other.city !== null) {
    return venue.country === null || other.country === null || alike(venue.country, other.country)
      ? { city: other.city, country: venue.country ?? other.country }
      : undefined
  }
  const isNews = venue.country === null && other.country !== null && alike(venue.city, other.city)
  return isNews ? { city: venue.city, country: other.country } : undefined
}

/** Who an artist is in MusicBrainz, with the cover that stands for her. */
export type Identity = {
  mbid: string | null
  disambiguation: string | null
  cover_group: string | null
  cover_title: string | null
}

/** Who is nobody there, or of whom it is not known. */
export const nobody: Identity = { mbid: null, disambiguation: null, cover_group: null, cover_title: null }
