import { ShowCreate } from '@sharemyshows/contract/shows'
import type { CalendarEvent } from '../../../../platform/calendar/read-ics.ts'
import { isZone, localOf } from '../../../../platform/geo/wall-clock.ts'
import { zoneAt } from '../../../../platform/geo/zones.ts'
import type { Found, Problem, ShowEntry } from '../../kinds.ts'
import { sentenceOf } from '../../rules.ts'
import { judge } from '../rules/evidence.ts'
import type { Asked, Known } from '../rules/known.ts'
import { type Own, readOwn } from '../rules/own.ts'
import { readLocation, settleWhereabouts, townsIn } from '../rules/places.ts'
import { actsIn, readTitle, saysConcert, saysOtherwise, type Title } from '../rules/titles.ts'

/** The names an entry may be about, to be asked for at once with those of others. */
export function namesIn({ summary, location }: CalendarEvent): Asked {
  const { whole, left, right } = readTitle(summary)
  const place = readLocation(location)
  const behind = right === null ? { first: null, rest: [] } : readLocation(right)
  return {
    artists: [whole, left, right ?? '', ...actsIn(left).slice(0, 1), ...actsIn(right ?? '').slice(0, 1)],
    venues: [place.first ?? '', behind.first ?? '', left],
    towns: [...townsIn(place), ...townsIn(behind), behind.first ?? ''],
  }
}

/** An entry of a calendar as a show. */
export function showOf(event: CalendarEvent, known: Known): Found {
  const cells = [event.summary, event.written, event.location]
  const row = { kind: 'shows' as const, row: event.line, cells }
  const bad = (field: string, message: string): Found => ({
    ...row,
    entry: null,
    problems: [{ field, message }],
    doubtful: false,
  })
  if (!event.whole) return bad('row', 'The file breaks off in this entry.')
  if (event.cancelled) return bad('status', 'It was called off.')
  if (event.start === null)
    return event.written === ''
      ? bad('show_date', 'It does not say when.')
      : bad('show_date', 'There is no such day.')
  const words = readOwn(event.own)
  const own = words !== undefined && isZone(words.time_zone) ? words : undefined
  const guess = own === undefined ? guessOf(event, known) : { ...own, verdict: 'sure' as const }
  if (guess.verdict === 'unlikely') return bad('artist_name', NOT_A_CONCERT)
  const { problems, when } = whenOf(event, guess.time_zone)
  const { verdict, time_zone: _, ...said } = guess
  const written = ShowCreate.safeParse({
    ...said,
    ...(event.point !== null && {
      venue_latitude: event.point.latitude,
      venue_longitude: event.point.longitude,
    }),
    ...when,
    notes: notesOf(event.description),
  })
  if (!written.success)
    return { ...row, entry: null, problems: problemsOf(written.error.issues), doubtful: false }
  const doubts = [...(verdict === 'likely' ? [{ field: 'artist_name', message: A_GUESS }] : []), ...problems]
  const entry: ShowEntry = { written: written.data }
  return { ...row, entry, problems: doubts, doubtful: doubts.length > 0 }
}

const NOT_A_CONCERT =
  'Nothing here says that it is a concert: neither the words, nor an artist or a venue that is known.'
const A_GUESS = 'Taken for a concert from the way it is written.'
const MOST_NOTES = 10_000

const notesOf = (description: string): string | null =>
  description.replaceAll(/[^\P{Cc}\t\n\r]/gu, '').slice(0, MOST_NOTES) || null

const problemsOf = (issues: readonly { path: PropertyKey[]; message: string }[]): Problem[] =>
  issues.slice(0, 5).map(({ path, message }) => {
    const field = String(path[0] ?? 'row')
    return { field, message: sentenceOf(field, message) }
  })

type Guess = Omit<Own, 'time_zone'> & { time_zone: string | null; verdict: ReturnType<typeof judge> }

function guessOf(event: CalendarEvent, known: Known): Guess {
  const location = readLocation(event.location)
  const { who, title, venue, behind } = partsOf(readTitle(event.summary), location.first, known)
  const rest =
    venue === location.first || location.first === null ? location.rest : [location.first, ...location.rest]
  const place = settleWhereabouts({ first: venue, rest: rest.length > 0 ? rest : behind }, known)
  const here = venue === null ? [] : known.venues(venue)
  const venueHere = here.find(({ city }) => city === null || place.city === null || isSame(city, place.city))
  const [artist_name, ...support] = who !== null && known.isArtist(who) ? [who] : actsIn(who ?? '')
  const words = [event.summary, event.description.slice(0, 500), event.calendar, ...event.categories].join(
    '\n',
  )
  const { time = null } = event.start ?? {}
  const verdict = judge({
    artistKnown: artist_name !== undefined && known.isArtist(artist_name),
    venueKnown: venueHere !== undefined,
    saysConcert: saysConcert(words),
    saysOtherwise: saysOtherwise(event.summary),
    namesBoth: title.mark === 'at' || title.mark === 'in',
    atNight: time === null || time >= '17' || time < '03',
  })
  const { latitude, longitude } = event.point ?? {}
  return {
    artist_name,
    support,
    title: title.text,
    venue_name: venue ?? undefined,
    venue_address: place.address,
    venue_city: place.city,
    venue_state: place.state,
    venue_country: place.country,
    time_zone:
      latitude === undefined || longitude === undefined
        ? (venueHere?.time_zone ?? place.time_zone)
        : zoneAt(latitude, longitude),
    verdict,
  }
}

const isSame = (one: string, two: string) => one.localeCompare(two, 'en', { sensitivity: 'base' }) === 0

/** Who and where, by what is known of either side of the mark, and by the location. */
function partsOf(title: Title, place: string | null, known: Known) {
  const { whole, left, right, mark } = title
  const named = (
    who: string | null,
    venue: string | null,
    behind: string[] = [],
    text: string | null = null,
  ) => ({
    who,
    venue,
    behind,
    title: { mark: title.mark, text },
  })
  if (right === null || known.isArtist(whole)) return named(whole, place)
  if (mark === 'in') return named(left, place, [right])
  const isVenue = (text: string) =>
    (place !== null && isSame(text, place)) || (known.venues(text).length > 0 && !known.isArtist(text))
  const { first, rest } = readLocation(right)
  if (mark === 'at') return named(left, first ?? place, rest)
  if (isVenue(left)) return named(right, left)
  if (first !== null && (isVenue(first) || (mark === 'dash' && place === null)))
    return named(left, first, rest)
  return named(left, place, [], right)
}

/** Day and time at the place: by its own clocks, as far as either is known. */
function whenOf(event: CalendarEvent, place: string | null): { problems: Problem[]; when: object } {
  const { start, zone } = event
  if (start === null) return { problems: [], when: {} }
  const problems: Problem[] = []
  if (event.repeats)
    problems.push({ field: 'show_date', message: 'It repeats: only its first time is taken.' })
  if (event.oneOfMany)
    problems.push({ field: 'show_date', message: 'It is one of several of the same kind.' })
  const asWritten = { show_date: start.date, show_time: start.time }
  if (start.moment === null) return { problems, when: asWritten }
  const clocks = place ?? (start.utc ? zone : null)
  if (clocks === null) {
    if (start.utc)
      problems.push({
        field: 'show_time',
        message: 'Written in UTC, and nothing says which clocks hold there.',
      })
    return { problems, when: asWritten }
  }
  const { date, time } = localOf(start.moment, clocks)
  return { problems, when: { show_date: date, show_time: time } }
}
