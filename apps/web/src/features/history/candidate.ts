import type { DuplicateReason } from '@sharemyshows/contract/merging'
import { sayShowTime } from '@/lib/dates'
import { sayCity, sayVenue } from '@/lib/places'
import type { duplicatesQuery } from './api'

type Answer = Awaited<ReturnType<NonNullable<ReturnType<typeof duplicatesQuery>['queryFn']>>>
type Counts = {
  attendees: number
  photos: number
  audio: number
  videos: number
  comments: number
  songs: number
}

/** A show, an artist or a venue, as far as a merge is concerned. */
export type Candidate = {
  id: string
  name: string
  /** Lines that tell it from the other. */
  details: readonly string[]
  /** Shows of an artist or at a venue that the viewer may see. */
  shows: number | null
  /** What is in a show, as far as the viewer may see. */
  counts: Counts | null
}
export type Suggestion = Candidate & { reason: DuplicateReason; mayMerge: boolean }

type Thing =
  | { show: ShowLike }
  | { artist: { id: string; name: string }; shows: number }
  | { venue: { id: string; name: string } & Where; shows: number }
type Where = { address: string | null; city: string | null; state: string | null; country: string | null }
type ShowLike = {
  id: string
  artist_name: string
  title: string | null
  venue_name: string
  venue_city: string | null
  show_date: string
  show_time: string | null
  counts: Counts
}

function candidateOf(thing: Thing): Candidate {
  if ('show' in thing) {
    const { id, artist_name, title, venue_name, venue_city, show_date, show_time, counts } = thing.show
    const place = sayVenue({ name: venue_name, city: venue_city })
    const details = [place, sayShowTime(show_date, show_time), ...(title === null ? [] : [title])]
    return { id, name: artist_name, details, shows: null, counts }
  }
  const { shows } = thing
  if ('artist' in thing) return { ...thing.artist, details: [], shows, counts: null }
  const { id, name, address, ...where } = thing.venue
  const details = [address, sayCity(where)].filter((line): line is string => Boolean(line))
  return { id, name, details, shows, counts: null }
}

/** The thing itself and what might be the same, of any kind. */
export function suggestionsOf({ subject, items }: Answer): { subject: Candidate; others: Suggestion[] } {
  return {
    subject: candidateOf(subject),
    others: items.map((item) => ({ ...candidateOf(item), reason: item.reason, mayMerge: item.may_merge })),
  }
}

const REASONS: Record<DuplicateReason, string> = {
  same_name: 'the same name, written otherwise',
  similar_name: 'nearly the same name',
  same_place: 'in the same place',
  same_night: 'the same night in the same town',
  next_day: 'a day apart in the same town',
  same_identity: 'one and the same elsewhere',
}
export const sayReason = (reason: DuplicateReason): string => REASONS[reason]

const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`

/** What is known to be in it: "3 people, 12 photos and 18 songs". */
export function sayContents({ shows, counts }: Pick<Candidate, 'shows' | 'counts'>): string {
  if (counts === null) return many(shows ?? 0, 'show', 'shows')
  const { attendees, photos, audio, videos, comments, songs } = counts
  const parts = [
    attendees > 0 && many(attendees, 'person', 'people'),
    photos > 0 && many(photos, 'photo', 'photos'),
    audio + videos > 0 && many(audio + videos, 'recording', 'recordings'),
    comments > 0 && many(comments, 'comment', 'comments'),
    songs > 0 && many(songs, 'song', 'songs'),
  ].filter((part) => part !== false)
  return parts.length === 0 ? 'nothing yet' : new Intl.ListFormat('en-GB').format(parts)
}

/** What happens to what goes, a sentence each. */
export function sayConsequences(goes: Candidate, stays: Candidate): string[] {
  if (goes.counts === null || stays.counts === null) {
    return [
      `${many(goes.shows ?? 0, 'show moves', 'shows move')}; two that turn out to be the same concert become one.`,
      `“${goes.name}” stays known: whoever writes it down means “${stays.name}”.`,
    ]
  }
  const [gone, kept] = [goes.counts.songs, stays.counts.songs]
  const counts = { ...goes.counts, songs: gone > kept ? gone : 0 }
  return [
    `What is in it moves: ${sayContents({ shows: null, counts })}, and whatever others keep to themselves.`,
    'Whoever was in both keeps one part, with the earlier arrival, both notes and the narrower audience.',
    ...(gone > 0 && kept > 0
      ? [
          `The longer setlist stays; ${many(Math.min(gone, kept), 'song', 'songs')} of the other will be gone.`,
        ]
      : []),
  ]
}

const sizeOf = ({ shows, counts }: Candidate): number =>
  counts === null ? (shows ?? 0) : Object.values(counts).reduce((sum, count) => sum + count, 0)

/** The fuller of two, which had better stay; the first where they are alike. */
export const fuller = (one: Candidate, other: Candidate): Candidate =>
  sizeOf(other) > sizeOf(one) ? other : one
