import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Mood, MoodCounts, MoodSample, MoodSummary } from '@sharemyshows/contract/moods'
import type { Db } from '../../../platform/db/connect.ts'
import { row, rows } from '../../../platform/db/read.ts'
import { readCursor, writeCursor } from '../../../platform/http/cursor.ts'

/** The zone of the viewer, `$1`. */
const zone = `(select coalesce(u.time_zone, 'UTC') from users u where u.id = $1)`

/** When the first of the last so many days began where the viewer lives; today is one of them. */
const since = (days: string): string =>
  `(select (date_trunc('day', now() at time zone z) - make_interval(days => ${days}::int - 1)) at time zone z
    from (select ${zone} as z) lives)`

/** A mood (alias `m`) as its person is shown it: what she said herself is certain. */
const shown = `m.id, m.mood, m.scores, m.valence, m.energy, m.corrected_from, m.created_at,
  case when m.corrected_at is null then m.source else 'corrected' end as source,
  case when m.corrected_at is null then m.confidence else 1 end as confidence`

const one = `select ${shown} from mood_samples m where m.person_id = $1 and m.id = $2`

/** A mood of the viewer's. */
export const readSample = async (db: Db, personId: string, id: string): Promise<MoodSample | Refusal> =>
  (await row<MoodSample>(db, one, [personId, id])) ?? refuse('not_found')

const page = `select ${shown} from mood_samples m
  where m.person_id = $1 and m.created_at >= ${since('$2')} and ($3::text is null or m.mood = $3)
    and ($4::timestamptz is null or (m.created_at, m.id) < ($4::timestamptz, $5::uuid))
  order by m.created_at desc, m.id desc limit $6 offset $7`

type Query = {
  days: number
  mood?: Mood | undefined
  limit: number
  cursor?: string | undefined
  page?: number | undefined
  per_page?: number | undefined
}

/** A page of a person's moods, the newest first. */
export async function listHistory(
  db: Db,
  personId: string,
  query: Query,
): Promise<{ items: MoodSample[]; next_cursor: string | null } | Refusal> {
  const limit = query.per_page ?? query.limit
  const position = query.cursor === undefined ? undefined : readCursor(query.cursor)
  if (isRefusal(position)) return position
  const found = await rows<MoodSample>(db, page, [
    personId,
    query.days,
    query.mood ?? null,
    position?.at ?? null,
    position?.id ?? null,
    limit + 1,
    ((query.page ?? 1) - 1) * limit,
  ])
  const items = found.slice(0, limit)
  const last = found.length > limit ? items.at(-1) : undefined
  return { items, next_cursor: last === undefined ? null : writeCursor({ at: last.created_at, id: last.id }) }
}

/**
 * Each row counts the moods of one kind on one day, in one hour or on one weekday, and leaves the other two null. They are
 * counted by the hour first, so that clocks are read once a mood.
 */
const counted = `with hourly as materialized (
    select date_trunc('hour', m.created_at at time zone ${zone}) as at, m.mood, count(*)::int as count,
      count(m.corrected_at)::int as corrected, sum(m.valence) as valence, sum(m.energy) as energy
    from mood_samples m where m.person_id = $1 and m.created_at >= ${since('$2')} group by 1, 2)
  select date, hour, weekday, mood, sum(count)::int as count, sum(corrected)::int as corrected,
    sum(valence) as valence, sum(energy) as energy
  from (select h.*, to_char(h.at, 'YYYY-MM-DD') as date, extract(hour from h.at)::int as hour,
      extract(isodow from h.at)::int - 1 as weekday from hourly h) timed
  group by grouping sets ((date, mood), (hour, mood), (weekday, mood)) order by date`

/** Moods of one kind on one day, in one hour or on one weekday (0 is Monday); the other two are null. */
type Counted = {
  date: string | null
  hour: number | null
  weekday: number | null
  mood: Mood | null
  count: number
  corrected: number
  /** Sums of what lies at each. */
  valence: number
  energy: number
}

const nothing = (): MoodCounts => ({ happy: 0, sad: 0, angry: 0, neutral: 0, unsure: 0 })

function countsOf(counted: readonly Counted[]): MoodCounts {
  const counts = nothing()
  for (const { mood, count } of counted) counts[mood ?? 'unsure'] += count
  return counts
}

const sum = (counted: readonly Counted[], what: 'count' | 'corrected' | 'valence' | 'energy'): number =>
  counted.reduce((all, each) => all + each[what], 0)

/** What was counted, put together. */
function summaryOf(counted: readonly Counted[]): MoodSummary {
  const days = Map.groupBy(
    counted.filter(({ date }) => date !== null),
    ({ date }) => date ?? '',
  )
  const all = [...days.values()].flat()
  return {
    total: sum(all, 'count'),
    moods: countsOf(all),
    hours: Array.from({ length: 24 }, (_hour, at) => countsOf(counted.filter(({ hour }) => hour === at))),
    weekdays: Array.from({ length: 7 }, (_day, at) =>
      countsOf(counted.filter(({ weekday }) => weekday === at)),
    ),
    timeline: [...days].map(([date, those]) => ({
      date,
      moods: countsOf(those),
      valence: sum(those, 'valence') / sum(those, 'count'),
      energy: sum(those, 'energy') / sum(those, 'count'),
    })),
    corrected: sum(all, 'corrected'),
  }
}

/** A person's moods of the last days, by the clock where she lives. */
export const summarise = async (db: Db, personId: string, days: number): Promise<MoodSummary> =>
  summaryOf(await rows<Counted>(db, counted, [personId, days]))
