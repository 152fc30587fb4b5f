import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { isRefusal } from '@sharemyshows/contract/errors'
import pg from 'pg'
import { readFeed } from '../apps/server/src/features/feed/views.ts'
import { createDb, createPool, type Db } from '../apps/server/src/platform/db/connect.ts'
import { startEmbeddedPostgres } from '../apps/server/src/platform/db/embedded/index.ts'
import { migrate } from '../apps/server/src/platform/db/migrate.ts'
import { rows } from '../apps/server/src/platform/db/read.ts'
import { id } from './ids.ts'
import { report } from './measure.ts'

const ACTIVITIES = 5_000_000
const PEOPLE = 50_000
/** Those whom the viewers may follow, with things behind all they did; the others are only in the way. */
const REAL = 5000
const SHOWS = 10_000
const VIEWERS = 20
const FOLLOWED = 500
const PAGES = 3
const ROUNDS = 10
const PAGE = 20

/** The activity `i`: whose it is and the how manyth of hers; neighbours in time are different people's. */
const deeds = (from: number, to: number) => `
  select i, i * 7919::bigint % ${PEOPLE} as actor, i / ${PEOPLE} as k from generate_series(${from}, ${to - 1}) i`
/** The world is made in several transactions, and a photo belongs to what tells of it by the same moment. */
const END = `timestamptz '${new Date().toISOString()}'`
const moment = `${END} - make_interval(secs => (${ACTIVITIES} - i) * 2)`
const show = `(actor * 13 + k) % ${SHOWS}`
const audience = `(case when (actor + k) % 10 < 8 then 'public' when (actor + k) % 10 = 8 then 'friends' else 'private' end)::audience`

/** Fills a table before its indexes are made, which is many times as quick. */
async function withoutIndexes(client: pg.Client, table: string, fill: () => Promise<void>): Promise<void> {
  const { rows: made } = await client.query<{ name: string; text: string }>(
    `select indexname as name, indexdef as text from pg_indexes
      where tablename = $1 and not exists (select from pg_constraint c where c.conname = indexname)`,
    [table],
  )
  for (const { name } of made) await client.query(`drop index ${name}`)
  await fill()
  for (const { text } of made) await client.query(text)
}

/**
 * Every third activity is an entry of a diary, every third a comment, every third two photos; of ten things one is for
 * friends and one is private. Written as sets without looking references up: making it is not what is measured.
 */
async function populate(url: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  await client.query(`
    set session_replication_role = replica;
    set synchronous_commit = off;
    insert into users (id, username, email, password_hash)
      select ${id('a', 'n')}, 'person' || n, 'person' || n || '@example.org', ''
      from generate_series(0, ${PEOPLE + VIEWERS - 1}) n;
    insert into artists (id, name) select ${id('b', 'n')}, 'Artist ' || n from generate_series(0, 399) n;
    insert into venues (id, name, time_zone) select ${id('c', 'n')}, 'Venue ' || n, 'UTC' from generate_series(0, 149) n;
    insert into shows (id, venue_id, headliner_id, show_date, starts_at, time_zone)
      select ${id('d', 'n')}, ${id('c', 'n % 150')}, ${id('b', 'n % 400')}, day, day + time '20:00', 'UTC'
      from generate_series(0, ${SHOWS - 1}) n cross join lateral (select date '2014-01-01' + n / 3) d (day);
    insert into relationships (from_id, to_id, kind)
      select ${id('a', `${PEOPLE} + v`)}, ${id('a', `(v * 233 + n * 10) % ${REAL}`)},
        case when n % 5 = 0 then 'friend' else 'follow' end
      from generate_series(0, ${VIEWERS - 1}) v, generate_series(0, ${FOLLOWED - 1}) n;
    insert into relationships (from_id, to_id, kind) select to_id, from_id, kind from relationships where kind = 'friend'`)
  await client.query(`
    create temporary table real as select i, actor, k, ${show} as show, ${audience} as audience, ${moment} as at
      from (${deeds(0, ACTIVITIES)}) d where actor < ${REAL};
    insert into attendances (id, show_id, person_id, state, audience, starts_at)
      select ${id('e', 'i')}, ${id('d', 'show')}, ${id('a', 'actor')}, 'attended', audience, now()
      from real where k % 3 in (0, 2);
    insert into comments (id, show_id, author_id, content, created_at)
      select ${id('f', 'i')}, ${id('d', 'show')}, ${id('a', 'actor')}, 'A word or two about it', at
      from real where k % 3 = 1;
    insert into media (id, kind, owner_id, show_id, audience, storage_key, sha256, file_size, mime_type, state, created_at)
      select ${id('9', 'i * 2 + n')}, 'photo', ${id('a', 'actor')}, ${id('d', 'show')}, audience, i || ' ' || n, '\\x00',
        1, 'image/jpeg', 'ready', at from real, generate_series(0, 1) n where k % 3 = 2`)
  await withoutIndexes(client, 'activities', async () => {
    const step = ACTIVITIES / 10
    for (let from = 0; from < ACTIVITIES; from += step) {
      await client.query(`
        insert into activities (id, actor_id, type, audience, show_id, attendance_id, comment_id, gathers_until, created_at)
          select uuidv7(${moment} - now()), ${id('a', 'actor')}, type, case when type = 'COMMENT' then 'public'
              else ${audience} end, ${id('d', show)}, case when type = 'SHOW_ADDED' then ${id('e', 'i')} end,
            case when type = 'COMMENT' then ${id('f', 'i')} end,
            case when type = 'PHOTO_UPLOADED' then ${moment} + interval '1 hour' end, ${moment}
          from (${deeds(from, from + step)}) d cross join lateral (select case k % 3 when 0 then 'SHOW_ADDED'
            when 1 then 'COMMENT' else 'PHOTO_UPLOADED' end as type) t order by i`)
    }
  })
  await client.query('reset session_replication_role')
  await client.query('vacuum analyze')
  await client.end()
}

/** The shape that a feed comes down to, without knowing who may see what and without what an item looks like. */
const bare = `select x.* from (select to_id from relationships where from_id = $1 and kind in ('follow', 'friend')) known
  cross join lateral (select a.* from activities a where a.actor_id = known.to_id and a.audience <> 'private'
    and a.id < $2 order by a.id desc limit ${PAGE + 1}) x
  order by x.id desc limit ${PAGE + 1}`

type Times = { ours: number[]; ceiling: number[] }

async function timed<T>(times: number[], act: () => Promise<T>): Promise<T> {
  const start = performance.now()
  const result = await act()
  times.push(performance.now() - start)
  return result
}

/** Some pages of one viewer's feed, ours and the bare shape in turns. */
async function read(db: Db, viewer: string, times: Times): Promise<void> {
  let cursor: string | undefined
  let last = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
  for (let page = 0; page < PAGES; page++) {
    const feed = await timed(times.ours, () => readFeed(db, viewer, { cursor, limit: PAGE, friends: false }))
    const found = await timed(times.ceiling, () => rows<{ id: string }>(db, bare, [viewer, last]))
    if (isRefusal(feed) || feed.items.length < PAGE || feed.next_cursor === null)
      throw new Error('no full page')
    cursor = feed.next_cursor
    last = found[PAGE - 1]?.id ?? last
  }
}

const percentile = (values: number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN

/** The feed of people who follow 500 others, of 5,000,000 activities, in ms at the database's door. */
export async function measureFeed(): Promise<void> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'sms-bench-feed-'))
  const database = await startEmbeddedPostgres({ dataDir, fsync: false })
  const pool = createPool(database.url, 1)
  try {
    await migrate(pool)
    await populate(database.url)
    const db = createDb(pool)
    const viewers = await rows<{ id: string }>(
      db,
      'select distinct from_id as id from relationships where kind = $1 order by id',
      ['follow'],
    )
    const warm: Times = { ours: [], ceiling: [] }
    for (const viewer of viewers) await read(db, viewer.id, warm)
    const times: Times = { ours: [], ceiling: [] }
    for (let round = 0; round < ROUNDS; round++)
      for (const viewer of viewers) await read(db, viewer.id, times)
    const at = (share: number) => ({
      ours: percentile(times.ours, share),
      ceiling: percentile(times.ceiling, share),
    })
    const [p50, p99] = [at(0.5), at(0.99)]
    report({
      name: 'feed',
      value: p99.ours,
      unit: 'ms p99',
      ceiling: p99.ceiling,
      p50_ms: p50.ours,
      ceiling_p50_ms: p50.ceiling,
    })
  } finally {
    await pool.end()
    await database.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
