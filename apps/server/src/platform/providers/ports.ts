import type { Answer, Attribution, Page } from './answer.ts'

// What the product may ask servers elsewhere. Each port is null where the operator has not set it up.

/** How long somebody waits (ms): for a turn and the answer together. What takes longer is `unavailable`. */
export type Patience = { waitMs?: number }

export type GeoPoint = { latitude: number; longitude: number }

export type SetlistfmArtist = {
  mbid: string | null
  name: string
  sortName: string
  disambiguation: string | null
  url: string | null
}
export type SetlistfmSong = {
  name: string
  /** 0 for the main part, else which encore. */
  encore: number
  /** Counted from 1 within the main part or the encores. */
  set: number
  coverOf: string | null
  guest: string | null
  tape: boolean
  info: string | null
}
export type SetlistfmSetlist = {
  id: string
  versionId: string | null
  /** `YYYY-MM-DD` */
  date: string
  artist: SetlistfmArtist
  venue: {
    id: string
    name: string
    city: {
      geonameId: number | null
      name: string | null
      state: string | null
      country: string | null
      point: GeoPoint | null
    }
    url: string | null
  }
  tour: string | null
  info: string | null
  songs: SetlistfmSong[]
  url: string | null
  updatedAt: string | null
}
type WhichArtist = { mbid: string } | { name: string }
export type Setlistfm = {
  attribution: Attribution
  searchArtists(name: string, page: number, patience?: Patience): Promise<Answer<Page<SetlistfmArtist>>>
  setlistsOfArtist(artist: WhichArtist, page: number): Promise<Answer<Page<SetlistfmSetlist>>>
  /** Of one day. */
  setlistsOfNight(artist: WhichArtist, date: string): Promise<Answer<Page<SetlistfmSetlist>>>
  setlist(id: string): Promise<Answer<SetlistfmSetlist>>
  setlistsOfVenue(venueId: string, page: number): Promise<Answer<Page<SetlistfmSetlist>>>
  attended(username: string, page: number): Promise<Answer<Page<SetlistfmSetlist>>>
}

/** A place of a map. `osmId` is N, W or R with the number there. */
export type MapPlace = {
  osmId: string | null
  kind: 'venue' | 'city' | 'address'
  name: string
  address: string | null
  city: string | null
  state: string | null
  country: string | null
  point: GeoPoint | null
}
export type Nominatim = {
  attribution: Attribution
  search(query: string, most: number): Promise<Answer<MapPlace[]>>
  lookup(osmId: string): Promise<Answer<MapPlace>>
}
export type Photon = {
  attribution: Attribution
  /** While typing. */
  complete(input: string, most: number, patience?: Patience): Promise<Answer<MapPlace[]>>
}

/** Only `placeId` may be kept of these. */
export type GooglePlace = { placeId: string; name: string; description: string | null }
export type GooglePlaceDetails = Omit<MapPlace, 'osmId' | 'kind'> & {
  placeId: string
  kind: MapPlace['kind']
  timeZone: string | null
}
export type GooglePlaces = {
  attribution: Attribution
  /** Questions of one typing are one session, which ends with the details of what was chosen. */
  complete(input: string, most: number, session: string, patience?: Patience): Promise<Answer<GooglePlace[]>>
  search(query: string, most: number): Promise<Answer<GooglePlaceDetails[]>>
  details(placeId: string, session?: string): Promise<Answer<GooglePlaceDetails>>
}

export type MusicbrainzArtist = {
  mbid: string
  name: string
  sortName: string
  disambiguation: string | null
  country: string | null
  /** 0 to 100. */
  score: number
}
export type MusicbrainzEvent = {
  mbid: string
  name: string
  date: string | null
  time: string | null
  cancelled: boolean
  artists: { name: string; mbid: string }[]
  place: {
    mbid: string
    name: string
    city: string | null
    country: string | null
    point: GeoPoint | null
  } | null
}
/** A cover in the Cover Art Archive: it is linked to, and never kept. */
export type Cover = { groupMbid: string; title: string; url: string }
export type Musicbrainz = {
  attribution: Attribution
  coverAttribution: Attribution
  searchArtists(name: string, most: number, patience?: Patience): Promise<Answer<MusicbrainzArtist[]>>
  artist(mbid: string): Promise<Answer<MusicbrainzArtist>>
  /** The front of the artist's first album that has one. */
  coverOf(mbid: string): Promise<Answer<Cover>>
  searchPlaces(
    name: string,
    city: string | null,
    most: number,
  ): Promise<Answer<(MapPlace & { mbid: string })[]>>
  place(mbid: string): Promise<Answer<MapPlace & { mbid: string }>>
  event(mbid: string): Promise<Answer<MusicbrainzEvent>>
}

export type Ports = {
  setlistfm: Setlistfm | null
  google: GooglePlaces | null
  musicbrainz: Musicbrainz | null
  nominatim: Nominatim | null
  photon: Photon | null
  /** Whether people may import what they say at setlist.fm that they attended. */
  setlistfmImport: boolean
}
