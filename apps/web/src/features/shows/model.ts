import type { Venue } from '@sharemyshows/contract/catalog'
import type * as contract from '@sharemyshows/contract/shows'
import { dateIn, dateParts, sayDate, sayRelative } from '@/lib/dates'
import { hue } from '@/lib/hue'
import type { DateBlockProps } from '@/ui/date-block'
import type { TintSource } from '@/ui/tint'

// Without the venue's point: the typed client forgets how long a tuple is, and the show says both coordinates itself.
export type Show = Omit<contract.Show, 'venue'> & {
  venue: Omit<Venue, 'point'>
  /** Known of events alone. */
  ends_at?: string
}

const HOUR_MS = 3_600_000
/** People come to the doors before the first note. */
const DOORS_MS = 3 * HOUR_MS
/** Without a known end a show lasts four hours, as the server reckons. */
const LENGTH_MS = 4 * HOUR_MS

export type Phase = 'before' | 'during' | 'after'

/**
 * Whether a show is to come, is on or is over, at `now` in ms since 1970. It is on from three hours before its start,
 * all day where nobody knows the time, and from my arrival in any case.
 */
export function phaseOf(show: Timed, now: number): Phase {
  const start = Date.parse(show.starts_at)
  if (now >= (show.ends_at ? Date.parse(show.ends_at) : start + LENGTH_MS)) return 'after'
  const today = show.show_time === null && dateIn(show.time_zone, new Date(now)) === show.show_date
  const arrived = show.my_attendance?.state === 'here'
  return today || arrived || now >= start - DOORS_MS ? 'during' : 'before'
}

export type Timed = Pick<
  Show,
  'starts_at' | 'ends_at' | 'show_time' | 'show_date' | 'time_zone' | 'my_attendance'
>

/** The colour of a show: of its cover or, without one, a hue of its artist's name. */
export function tintOfShow(show: Pick<Show, 'cover' | 'artist_name'>): TintSource {
  return show.cover?.color ?? hue(show.artist_name)
}

/** The acts after the headliner, in billing order. */
export function supportOf({ lineup }: Pick<Show, 'lineup'>): string[] {
  return lineup.slice(1).map(({ artist }) => artist.name)
}

/** The date on the stub. The year stands on it only where no heading says it. */
export function dateBlockOf({ show_date }: Pick<Show, 'show_date'>, withYear = false): DateBlockProps {
  const { year, ...parts } = dateParts(show_date)
  return { date: show_date, label: sayDate(show_date), ...parts, ...(withYear && { year }) }
}

/** "tonight", "tomorrow", "in 3 weeks", as the calendar at the venue has it. */
export function sayWhen(show: Pick<Show, 'show_date' | 'time_zone'>): string {
  const said = sayRelative(show.show_date, dateIn(show.time_zone))
  return said === 'today' ? 'tonight' : said
}

/** Whether deleting "my show" takes something along that cannot be brought back: mine, or all if nobody else keeps it. */
export function isWorthAsking({ my_attendance, counts }: Pick<Show, 'my_attendance' | 'counts'>): boolean {
  const { notes, rating } = my_attendance ?? {}
  const written = counts.songs + counts.comments > 0 && counts.attendees <= 1
  return written || Boolean(notes) || rating != null || counts.photos + counts.audio + counts.videos > 0
}

/** Years with the number of shows in each, newest first. */
export type Years = readonly { year: number; shows: number }[]

/** The years without the shows that are still to come; a year of only those is left out. */
export function pastYears(years: Years, coming: readonly Pick<Show, 'show_date'>[]): Years {
  const ahead = Map.groupBy(coming, ({ show_date }) => Number(show_date.slice(0, 4)))
  return years
    .map(({ year, shows }) => ({ year, shows: shows - (ahead.get(year)?.length ?? 0) }))
    .filter(({ shows }) => shows > 0)
}
