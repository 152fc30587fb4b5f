import type { ArtistPage } from '@sharemyshows/contract/artists'
import { displayable, hueAndChroma, parseHex, toHex } from '@sharemyshows/contract/colour'
import type { Event } from '@sharemyshows/contract/events'
import { hue } from '@sharemyshows/contract/hue'
import type { PublicProfile } from '@sharemyshows/contract/people'
import type { Show } from '@sharemyshows/contract/shows'
import type { VenuePage } from '@sharemyshows/contract/venues'
import type { Card } from '../../platform/cards/card.ts'

/** The address of one of our paths. */
export type At = (path: string) => string

/** A page as everybody sees it. */
export type Page = {
  path: string
  /** The address of its picture, without `.png`. */
  picture: string
  title: string
  description: string
  type: 'website' | 'profile'
  card: Card
  /** The photo whose light the card stands in. */
  photo: string | null
  data: (at: At, picture: string) => object
  /** Nothing here that search engines should find. */
  hidden?: boolean
}

const UNTOLD = 'A night of live music'
const MOST_DESCRIPTION = 200

const count = (number: number, one: string, many = `${one}s`) =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`
const joined = (parts: readonly (string | null | false)[], by = ', ') => parts.filter(Boolean).join(by)

function cut(text: string): string {
  const letters = [...text.replaceAll(/\s+/g, ' ').trim()]
  return letters.length <= MOST_DESCRIPTION
    ? letters.join('')
    : `${letters.slice(0, MOST_DESCRIPTION - 1).join('')}…`
}

/** The light of a hue in degrees or of a photo's colour, dark enough for white letters. */
function lightOf(source: number | string): Card['light'] {
  const { hue: degrees, chroma } =
    typeof source === 'number' ? { hue: source, chroma: 0.15 } : hueAndChroma(parseHex(source))
  const colour = (lightness: number, most: number) =>
    toHex(displayable(lightness, Math.min(most, chroma), degrees))
  return { tint: colour(0.48, 0.15), deep: colour(0.27, 0.07) }
}

const photoLight = (photos: readonly { color: string | null }[], name: string) =>
  lightOf(photos[0]?.color ?? hue(name))

const dateParts = (date: string) => {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en', { timeZone: 'UTC', ...options }).format(new Date(`${date}T00:00:00Z`))
  return {
    weekday: part({ weekday: 'long' }),
    short: part({ weekday: 'short' }),
    day: String(Number(date.slice(8))),
    month: part({ month: 'long' }),
    monthYear: `${part({ month: 'short' })} ${date.slice(0, 4)}`,
  }
}

/** A night; `event` is what its organiser says of it, where it has one. */
export function pageOfShow(show: Show, event?: Event): Page {
  const { id, title, artist_name, venue_name, venue_city, show_date, show_time, cover, lineup } = show
  const at = dateParts(show_date)
  const place = joined([venue_name, venue_city])
  const support = lineup.slice(1).map(({ artist }) => artist.name)
  const day = `${at.weekday}, ${at.day} ${at.month} ${show_date.slice(0, 4)}`
  return {
    path: `/shows/${id}`,
    picture: `/og/shows/${id}`,
    title: `${artist_name} at ${place}`,
    description: cut(
      joined(
        [
          show.status === 'cancelled' && 'Cancelled.',
          title && title !== artist_name && `${title}.`,
          `${joined([day, show_time], ' · ')}.`,
          support.length > 0 && `With ${joined(support)}.`,
          joined([
            show.counts.songs > 0 && count(show.counts.songs, 'song'),
            show.counts.photos > 0 && count(show.counts.photos, 'photo'),
          ]),
          event?.description ?? null,
        ],
        ' ',
      ),
    ),
    type: 'website',
    card: {
      light: lightOf(event?.poster?.color ?? cover?.color ?? hue(artist_name)),
      stub: { top: at.short, big: at.day, bottom: at.monthYear },
      title: artist_name,
      lines: [joined(support, ' · '), place],
      untold: UNTOLD,
    },
    photo: cover?.photo_id ?? null,
    data: (address, picture) => {
      const pictures = [event?.poster?.display, cover?.display].flatMap((path) => (path ? address(path) : []))
      return { ...eventOf(show, address, [picture, ...pictures]), ...(event && organisedOf(event, address)) }
    },
  }
}

function eventOf(show: Show, at: At, image: string[]): object {
  const status = show.status === 'cancelled' ? 'EventCancelled' : 'EventScheduled'
  return {
    '@type': show.lineup.length > 0 ? 'MusicEvent' : 'Event',
    name: show.title ?? `${show.artist_name} at ${show.venue_name}`,
    url: at(`/shows/${show.id}`),
    startDate: startOf(show),
    eventStatus: `https://schema.org/${status}`,
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    image,
    location: placeOf(show.venue, at),
    ...(show.lineup.length > 0 && { performer: show.lineup.map(({ artist }) => groupOf(artist, at)) }),
  }
}

/** What only an organiser knows of a night. */
const organisedOf = (event: Event, at: At) => ({
  name: event.title,
  ...(event.description && { description: event.description }),
  ...(event.doors_at && { doorTime: event.doors_at }),
  endDate: event.ends_at,
  ...(event.capacity !== null && {
    maximumAttendeeCapacity: event.capacity,
    remainingAttendeeCapacity: event.seats_left,
  }),
  organizer: {
    '@type': 'Person',
    name: event.organizer.display_name ?? event.organizer.username,
    url: at(`/profile/${encodeURIComponent(event.organizer.username)}`),
  },
})

/** Where events are found; the same for everybody. */
export function pageOfDiscover(): Page {
  const title = 'Live music near you'
  const description = 'What is on tonight, this weekend and after, on a map and by night.'
  return {
    path: '/discover',
    picture: '/og/pages/discover',
    title,
    description,
    type: 'website',
    card: {
      light: lightOf(hue(title)),
      stub: { top: '', big: 'Live', bottom: 'tonight' },
      title,
      lines: [description],
      untold: UNTOLD,
    },
    photo: null,
    data: (at, image) => ({
      '@type': 'CollectionPage',
      name: title,
      description,
      url: at('/discover'),
      image,
    }),
  }
}

/** The start as the clocks at the venue show it, with their offset; without a known time, the day. */
export function startOf(show: Pick<Show, 'show_date' | 'show_time' | 'starts_at'>): string {
  if (show.show_time === null) return show.show_date
  const local = `${show.show_date}T${show.show_time}:00`
  const minutes = Math.round((Date.parse(`${local}Z`) - Date.parse(show.starts_at)) / 60_000)
  const two = (number: number) => String(number).padStart(2, '0')
  const ahead = Math.abs(minutes)
  return `${local}${minutes < 0 ? '-' : '+'}${two(Math.trunc(ahead / 60))}:${two(ahead % 60)}`
}

type Artist = { id: string; name: string; mbid: string | null }

const groupOf = ({ id, name, mbid }: Artist, at: At) => ({
  '@type': 'MusicGroup',
  name,
  url: at(`/artists/${id}`),
  ...(mbid && { sameAs: `https://musicbrainz.org/artist/${mbid}` }),
})

const placeOf = ({ id, name, point, ...venue }: Show['venue'], at: At) => ({
  '@type': 'MusicVenue',
  name,
  url: at(`/venues/${id}`),
  address: {
    '@type': 'PostalAddress',
    ...(venue.address && { streetAddress: venue.address }),
    ...(venue.city && { addressLocality: venue.city }),
    ...(venue.state && { addressRegion: venue.state }),
    ...(venue.country && { addressCountry: venue.country }),
  },
  ...(point && {
    geo: { '@type': 'GeoCoordinates', latitude: point.coordinates[1], longitude: point.coordinates[0] },
  }),
})

const stubOf = (number: number, one: string) => ({
  top: '',
  big: number.toLocaleString('en'),
  bottom: number === 1 ? one : `${one}s`,
})

export function pageOfArtist({ id, name, mbid, counts, venues, photos }: ArtistPage): Page {
  const places = venues.slice(0, 3).map((venue) => joined([venue.name, venue.city]))
  return {
    path: `/artists/${id}`,
    picture: `/og/artists/${id}`,
    title: name,
    description: cut(
      `${count(counts.shows, 'show')} of ${name}${counts.upcoming > 0 ? `, ${counts.upcoming} to come` : ''}.${
        places.length > 0 ? ` Seen at ${joined(places, '; ')}.` : ''
      }`,
    ),
    type: 'website',
    card: {
      light: photoLight(photos, name),
      stub: stubOf(counts.shows, 'show'),
      title: name,
      lines: [joined(places, ' · ')],
      untold: UNTOLD,
    },
    photo: photos[0]?.photo_id ?? null,
    data: (at, image) => ({ ...groupOf({ id, name, mbid }, at), image }),
  }
}

export function pageOfVenue(venue: VenuePage): Page {
  const { id, name, city, counts, artists, photos } = venue
  const who = artists.slice(0, 5).map((artist) => artist.name)
  const title = joined([name, city])
  return {
    path: `/venues/${id}`,
    picture: `/og/venues/${id}`,
    title,
    description: cut(
      `${count(counts.shows, 'show')} at ${title}.${who.length > 0 ? ` Who played: ${joined(who)}.` : ''}`,
    ),
    type: 'website',
    card: {
      light: photoLight(photos, name),
      stub: stubOf(counts.shows, 'show'),
      title: name,
      lines: [city ?? '', joined(who, ' · ')],
      untold: UNTOLD,
    },
    photo: photos[0]?.photo_id ?? null,
    data: (at, image) => ({ ...placeOf(venue, at), image }),
  }
}

/** Undefined for somebody who keeps her profile from strangers. */
export function pageOfPerson(person: PublicProfile): Page | undefined {
  const { username, display_name, bio, counts, top_artists } = person
  if (counts === null) return undefined
  const name = display_name ?? username
  const path = `/profile/${encodeURIComponent(username)}`
  const numbers = [
    count(counts.shows, 'show'),
    count(counts.artists, 'artist'),
    count(counts.venues, 'venue'),
  ]
  return {
    path,
    picture: `/og/profiles/${encodeURIComponent(username)}`,
    title: display_name === null ? username : `${display_name} (@${username})`,
    description: cut(joined([`${joined(numbers)}.`, bio], ' ')),
    type: 'profile',
    card: {
      light: lightOf(hue(name)),
      stub: stubOf(counts.shows, 'show'),
      title: name,
      lines: [
        joined(
          top_artists.slice(0, 3).map((artist) => artist.name),
          ' · ',
        ),
      ],
      untold: 'A concert diary',
    },
    photo: null,
    data: (at, image) => ({
      '@type': 'ProfilePage',
      url: at(path),
      dateCreated: person.created_at,
      mainEntity: {
        '@type': 'Person',
        name,
        alternateName: username,
        identifier: person.id,
        url: at(path),
        image,
        ...(bio && { description: bio }),
      },
    }),
    hidden: counts.shows === 0,
  }
}
