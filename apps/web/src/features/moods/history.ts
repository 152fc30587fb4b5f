import type { Mood, MoodCounts, MoodSample, MoodSummary } from '@sharemyshows/contract/moods'
import { dateIn, dateParts, sayDate, sayShortDate } from '@/lib/dates'
import { MOOD_NAMES, MOODS, sayMood } from '@/lib/moods'

/** Some time, and how often each mood was in it. */
export type Column = { name: string; counts: MoodCounts }
/** One mood over all columns; null is "not sure". */
export type Lane = { mood: Mood | null; name: string; total: number; counts: number[] }
/** A word below the columns, at a share of their width. */
export type Tick = { at: number; label: string }

/** Beyond so many days they are gathered to weeks. */
const MOST_BARS = 90
const DAY_MS = 86_400_000
const NOTHING: MoodCounts = { happy: 0, sad: 0, angry: 0, neutral: 0, unsure: 0 }
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** The moods that were, each with its counts, in the order in which they are told. */
export function lanesOf(columns: readonly Column[]): Lane[] {
  const kinds = [...MOODS, null]
  return kinds
    .map((mood) => {
      const counts = columns.map((column) => column.counts[mood ?? 'unsure'])
      const total = counts.reduce((sum, count) => sum + count, 0)
      return { mood, name: sayMood(mood), total, counts }
    })
    .filter(({ total }) => total > 0)
}

/** The last days up to today, also those without a mood; of long spans weeks. */
export function dayColumns(timeline: MoodSummary['timeline'], days: number, today: string): Column[] {
  const known = new Map(timeline.map(({ date, moods }) => [date, moods]))
  const dates = Array.from({ length: days }, (_, n) => dayBefore(today, days - 1 - n))
  const size = days > MOST_BARS ? 7 : 1
  return Array.from({ length: Math.ceil(days / size) }, (_, n) => {
    const some = dates.slice(n * size, (n + 1) * size)
    return { name: some[0] ?? today, counts: some.reduce((sum, date) => plus(sum, known.get(date)), NOTHING) }
  })
}

export const hourColumns = (hours: readonly MoodCounts[]): Column[] =>
  hours.map((counts, hour) => ({ name: `${String(hour).padStart(2, '0')}:00`, counts }))

export const weekdayColumns = (weekdays: readonly MoodCounts[]): Column[] =>
  weekdays.map((counts, n) => ({ name: WEEKDAYS[n] ?? '', counts }))

/** The first, the last and what lies between them. */
export function dayTicks(columns: readonly Column[]): Tick[] {
  const last = columns.length - 1
  const places = last < 7 ? columns.map((_, n) => n) : [0, Math.round(last / 2), last]
  return places.map((n) => ({ at: (n + 0.5) / columns.length, label: sayTick(columns[n]?.name, last < 7) }))
}

function sayTick(date: string | undefined, near: boolean): string {
  if (date === undefined) return ''
  const { weekday, day, month } = dateParts(date)
  return near ? weekday : `${day} ${month}`
}

export const HOUR_TICKS: readonly Tick[] = [0, 6, 12, 18].map((hour) => ({
  at: (hour + 0.5) / 24,
  label: `${hour}:00`,
}))
export const WEEKDAY_TICKS: readonly Tick[] = WEEKDAYS.map((name, n) => ({
  at: (n + 0.5) / 7,
  label: name.slice(0, 3),
}))

/** The table behind: a row for each column in which there was something. */
export function tableOf(first: string, columns: readonly Column[], say = (name: string) => name) {
  const lanes = lanesOf(columns)
  return {
    columns: [first, ...lanes.map(({ name }) => name)],
    rows: columns.flatMap(({ name }, n) =>
      lanes.some(({ counts }) => counts[n])
        ? [[say(name), ...lanes.map(({ counts }) => String(counts[n] ?? 0))]]
        : [],
    ),
  }
}

export const sayDay = sayShortDate

/** Moods under the day on which they were, in the order in which they came. */
export function byDay(samples: readonly MoodSample[], zone: string): { name: string; items: MoodSample[] }[] {
  const days = Map.groupBy(samples, ({ created_at }) => dateIn(zone, created_at))
  return [...days].map(([date, items]) => ({ name: sayDate(date), items }))
}

/** The mood that was most often, none where nothing is sure. */
export function mostOften(moods: MoodCounts): Mood | undefined {
  const [first] = MOODS.toSorted((a, b) => moods[b] - moods[a])
  return first && moods[first] > 0 ? first : undefined
}

const SOURCES: Readonly<Record<Exclude<MoodSample['source'], 'corrected'>, string>> = {
  camera: 'by camera',
  pad: 'in the field',
  button: 'by button',
}

/** How a mood came about: "by camera, 84 % sure", "put right, it said Sad". */
export function saySource({ mood, source, confidence, corrected_from: was }: MoodSample): string {
  if (source === 'corrected') return was ? `put right, it said ${MOOD_NAMES[was]}` : 'put right'
  if (source !== 'camera' || mood === null) return SOURCES[source]
  return `${SOURCES[source]}, ${Math.round(confidence * 100)} % sure`
}

const dayBefore = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10)

const plus = (one: MoodCounts, other: MoodCounts = NOTHING): MoodCounts => ({
  happy: one.happy + other.happy,
  sad: one.sad + other.sad,
  angry: one.angry + other.angry,
  neutral: one.neutral + other.neutral,
  unsure: one.unsure + other.unsure,
})
