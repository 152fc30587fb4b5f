import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { LookedUpArtist, LookedUpSetlist, LookupResult, Provider } from '@sharemyshows/contract/lookups'
import type { Answer } from '../../platform/providers/answer.ts'
import type { MapPlace, MusicbrainzArtist, SetlistfmSetlist } from '../../platform/providers/ports.ts'

/** Somebody who was asked, and what became of it. */
export type Tried = { provider: Provider; result: LookupResult }

/** Asks a port; what is not set up has no key. */
export const askIf = <Port, T>(
  port: Port | null,
  question: (port: Port) => Promise<Answer<T>>,
): Promise<Answer<T>> => (port === null ? Promise.resolve({ result: 'needs_key' }) : question(port))

/** The reason that matters most to somebody who was told nothing: what may pass comes before what will not. */
const REASONS = ['unavailable', 'quota', 'empty', 'needs_key'] as const

/** What is told when nobody had anything: why not, and who was asked. */
export const nothingFrom = (tried: Tried[]) => ({
  provider: 'catalogue' as const,
  result: REASONS.find((reason) => tried.some(({ result }) => result === reason)) ?? 'empty',
  attribution: null,
  tried,
  items: [],
  next_page: null,
})

/** What somebody is told who wanted one thing written down that a provider has to vouch for. */
export function refusalOf(result: Exclude<LookupResult, 'ok' | 'empty'>): Refusal {
  if (result === 'needs_key') return refuse('provider_not_configured')
  return refuse(result === 'quota' ? 'provider_quota' : 'provider_unavailable')
}

/** Sets and encores that a setlist here can have. */
const MOST_SETS = 9

/** A setlist of setlist.fm as we tell of it; `showId` is the show here that has it already. */
export const toldSetlist = (setlist: SetlistfmSetlist, showId: string | null): LookedUpSetlist => ({
  id: setlist.id,
  show_id: showId,
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

const MUSICBRAINZ = 'https://musicbrainz.org'
export const pageOfArtist = (mbid: string) => `${MUSICBRAINZ}/artist/${mbid}`
export const pageOfGroup = (mbid: string) => `${MUSICBRAINZ}/release-group/${mbid}`
export const pageOfPlace = (mbid: string) => `${MUSICBRAINZ}/place/${mbid}`

/** An artist of MusicBrainz as we tell of her; `artistId` is the artist here who is her already. */
export const toldArtist = (artist: MusicbrainzArtist, artistId: string | null): LookedUpArtist => ({
  artist_id: artistId,
  name: artist.name,
  sort_name: artist.sortName,
  mbid: artist.mbid,
  disambiguation: artist.disambiguation,
  country: artist.country,
  url: pageOfArtist(artist.mbid),
  source: 'musicbrainz',
})

const ELEMENTS: Record<string, string> = { N: 'node', W: 'way', R: 'relation' }

/** Where OpenStreetMap shows a place; `osmId` is N, W or R with the number there. */
export const pageOfOsm = (osmId: string) =>
  `https://www.openstreetmap.org/${ELEMENTS[osmId.charAt(0)]}/${osmId.slice(1)}`

type Located = { latitude: number; longitude: number }

const SAME_PLACE_METRES = 300
const METRES_A_DEGREE = 111_195

/** True for two points so near that they are one place, as far as a venue goes. */
export function areNear(one: Located, other: Located): boolean {
  const north = one.latitude - other.latitude
  const apart = Math.abs(one.longitude - other.longitude)
  const east = Math.min(apart, 360 - apart) * Math.cos((one.latitude * Math.PI) / 180)
  return Math.hypot(north, east) * METRES_A_DEGREE <= SAME_PLACE_METRES
}

export type Placed<Place extends Pick<MapPlace, 'point'>> = Place & { point: Located }

/** Those that are somewhere. */
export const placedOnes = <Place extends Pick<MapPlace, 'point'>>(
  places: readonly Place[],
): Placed<Place>[] =>
  places.flatMap((place) => (place.point === null ? [] : [{ ...place, point: place.point }]))
