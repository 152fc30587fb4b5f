import type { Person } from '@sharemyshows/contract/accounts'
import type * as contract from '@sharemyshows/contract/search'
import type { LinkProps } from '@tanstack/react-router'
import { smallPicture } from '@/lib/picture'
import { sayCountry, sayVenue } from '@/lib/places'
import { KINDS, type Kind } from './kinds'

type Page<Hit> = { items: Hit[]; next_cursor: string | null }
/** What was found, by kinds. */
export type Found = {
  similar: boolean
  shows: Page<contract.ShowHit>
  artists: Page<contract.ArtistHit>
  venues: Page<contract.VenueHit>
  cities: Page<contract.CityHit>
  people: Page<Person>
  songs: Page<contract.SongHit>
}

/** One thing that was found, as a line that leads somewhere. */
export type Entry = {
  key: string
  kind: Kind
  title: string
  /** What tells it from others of the same name. */
  detail: string
  /** The number of shows, "12 shows". */
  aside?: string
  /** The address of a person's picture. */
  picture?: string | null
  /** `YYYY-MM-DD` of a show. */
  date?: string
  to: LinkProps
}

/** Counts stop here on the server. */
const MOST_COUNTED = 20

const sayShows = (shows: number): string => {
  if (shows >= MOST_COUNTED) return `${MOST_COUNTED}+ shows`
  return shows === 1 ? '1 show' : `${shows} shows`
}

const writers: { [Name in Kind]: (hit: Found[Name]['items'][number]) => Omit<Entry, 'kind'> } = {
  shows: (show) => ({
    key: show.id,
    title: show.title ? `${show.artist_name} · ${show.title}` : show.artist_name,
    detail: sayVenue({ name: show.venue_name, city: show.venue_city }),
    date: show.show_date,
    ...(show.mine && { aside: 'In your diary' }),
    to: { to: '/shows/$showId', params: { showId: show.id } },
  }),
  artists: (artist) => ({
    key: artist.id,
    title: artist.name,
    detail: 'Artist',
    aside: sayShows(artist.shows),
    to: { to: '/artists/$artistId', params: { artistId: artist.id } },
  }),
  venues: (venue) => ({
    key: venue.id,
    title: venue.name,
    detail: venue.city ?? (venue.country ? sayCountry(venue.country) : 'Venue'),
    aside: sayShows(venue.shows),
    to: { to: '/venues/$venueId', params: { venueId: venue.id } },
  }),
  cities: (city) => ({
    key: `${city.name}|${city.country}`,
    title: city.name,
    detail: city.country ? sayCountry(city.country) : 'City',
    aside: sayShows(city.shows),
    to: { to: '/search', search: { kind: 'shows', city: city.name } },
  }),
  people: (person) => ({
    key: person.id,
    title: person.display_name ?? person.username,
    detail: `@${person.username}`,
    picture: smallPicture(person),
    to: { to: '/profile/$username', params: { username: person.username } },
  }),
  songs: (song) => ({
    key: `${song.song_name}|${song.artist_name}`,
    title: song.song_name,
    detail: song.artist_name,
    aside: sayShows(song.shows),
    to: { to: '/search', search: { kind: 'shows', song: song.song_name, artist: song.artist_name } },
  }),
}

/** What was found of one kind, as lines. */
export function entriesOf<Name extends Kind>(found: Pick<Found, Name>, kind: Name): Entry[] {
  const write = writers[kind] as (hit: Found[Name]['items'][number]) => Omit<Entry, 'kind'>
  return found[kind].items.map((hit) => ({ kind, ...write(hit) }))
}

/** Groups that have something in them, in the order in which they are shown. */
export function groupsOf(found: Found): { kind: Kind; entries: Entry[]; more: boolean }[] {
  return KINDS.map((kind) => ({
    kind,
    entries: entriesOf(found, kind),
    more: found[kind].next_cursor !== null,
  })).filter(({ entries }) => entries.length > 0)
}
