import type {
  LookedUpArtist,
  LookedUpConcert,
  LookedUpSetlist,
  LookedUpVenue,
  Provider,
} from '@sharemyshows/contract/lookups'
import type * as ports from '../../../platform/providers/ports.ts'

// What providers know, as the wire has it. Which of it is here, too, and what its clocks show, is not known yet.

const pointOf = (point: ports.GeoPoint | null): LookedUpVenue['point'] =>
  point && { type: 'Point', coordinates: [point.longitude, point.latitude] }

type MapProvider = Extract<Provider, 'nominatim' | 'photon'>
const osmKinds: Record<string, string> = { N: 'node', W: 'way', R: 'relation' }

/** Places of OpenStreetMap; one that nobody could find again is none. */
export function placeOfMap(provider: MapProvider, place: ports.MapPlace): LookedUpVenue[] {
  const { osmId, point, ...rest } = place
  if (osmId === null) return []
  return [
    {
      ...rest,
      place_id: `osm:${osmId}`,
      venue_id: null,
      point: pointOf(point),
      time_zone: null,
      url: `https://www.openstreetmap.org/${osmKinds[osmId.slice(0, 1)]}/${osmId.slice(1)}`,
      source: provider,
    },
  ]
}

export function placeOfMusicbrainz({
  mbid,
  osmId: _,
  point,
  ...rest
}: ports.MapPlace & { mbid: string }): LookedUpVenue {
  return {
    ...rest,
    place_id: `mb:${mbid}`,
    venue_id: null,
    point: pointOf(point),
    time_zone: null,
    url: `https://musicbrainz.org/place/${mbid}`,
    source: 'musicbrainz',
  }
}

const googleUrl = (name: string, id: string) =>
  `https://www.google.com/maps/search/?${new URLSearchParams({ api: '1', query: name, query_place_id: id })}`

/** While typing Google says a name and, in words, where it is. */
export const guessOfGoogle = ({ placeId, name, description }: ports.GooglePlace): LookedUpVenue => ({
  place_id: placeId,
  venue_id: null,
  kind: 'venue',
  name,
  address: description,
  city: null,
  state: null,
  country: null,
  point: null,
  time_zone: null,
  url: googleUrl(name, placeId),
  source: 'google',
})

export function placeOfGoogle({
  placeId,
  timeZone,
  point,
  ...rest
}: ports.GooglePlaceDetails): LookedUpVenue {
  return {
    ...rest,
    place_id: placeId,
    venue_id: null,
    point: pointOf(point),
    time_zone: timeZone,
    url: googleUrl(rest.name, placeId),
    source: 'google',
  }
}

export const artistOfMusicbrainz = (artist: ports.MusicbrainzArtist): LookedUpArtist => ({
  artist_id: null,
  name: artist.name,
  sort_name: artist.sortName,
  mbid: artist.mbid,
  disambiguation: artist.disambiguation,
  country: artist.country,
  url: `https://musicbrainz.org/artist/${artist.mbid}`,
  source: 'musicbrainz',
})

export const artistOfSetlistfm = (artist: ports.SetlistfmArtist): LookedUpArtist => ({
  artist_id: null,
  name: artist.name,
  sort_name: artist.sortName,
  mbid: artist.mbid,
  disambiguation: artist.disambiguation,
  country: null,
  url: artist.url,
  source: 'setlistfm',
})

/** Sets and encores that a setlist here can have. */
const MOST_SETS = 9

export const setlistOf = (setlist: ports.SetlistfmSetlist): LookedUpSetlist => ({
  id: setlist.id,
  show_id: null,
  version_id: setlist.versionId,
  artist: { name: setlist.artist.name, mbid: setlist.artist.mbid },
  venue: {
    name: setlist.venue.name,
    city: setlist.venue.city.name,
    country: setlist.venue.city.country,
  },
  show_date: setlist.date,
  tour: setlist.tour,
  notes: setlist.info,
  songs: setlist.songs.map((song) => ({
    song_name: song.name,
    encore: song.encore > 0,
    set: Math.min(song.set, MOST_SETS),
    cover_of: song.coverOf,
    guest: song.guest,
    tape: song.tape,
    notes: song.info,
  })),
  url: setlist.url,
  updated_at: setlist.updatedAt,
  source: 'setlistfm',
})

export const concertOf = ({ place, ...event }: ports.MusicbrainzEvent): LookedUpConcert => ({
  mbid: event.mbid,
  show_id: null,
  name: event.name,
  show_date: event.date,
  show_time: event.time,
  cancelled: event.cancelled,
  artists: event.artists,
  venue: place && { ...place, point: pointOf(place.point) },
  url: `https://musicbrainz.org/event/${event.mbid}`,
  source: 'musicbrainz',
})
