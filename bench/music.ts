import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DEFAULT_RULES, MOODS } from '@sharemyshows/mood/moods'
import type pg from 'pg'
import { recommend } from '../apps/server/src/features/music/views/recommendations.ts'
import { createDb, createPool, type Db } from '../apps/server/src/platform/db/connect.ts'
import { startEmbeddedPostgres } from '../apps/server/src/platform/db/embedded/index.ts'
import { migrate } from '../apps/server/src/platform/db/migrate.ts'
import { rows } from '../apps/server/src/platform/db/read.ts'
import { id } from './ids.ts'
import { report } from './measure.ts'

const HERS = 100_000
const OTHERS = 200_000
const PEOPLE = 20
const LISTENS = 20_000
const SHOWS = 200
const ASKED = 2000
const LIMIT = 10

/**
 * One person's 100,000 recordings, gathered about the middle of the field as music is, among twice as many of others,
 * with her listens and diary. Written as sets without triggers: making them is not what is measured.
 */
async function populate(client: pg.PoolClient): Promise<void> {
  await client.query(`
    set statement_timeout = 0;
    set session_replication_role = replica;
    set synchronous_commit = off;
    insert into users (id, username, email, password_hash, created_at)
      select ${id('a', 'n')}, 'person' || n, 'person' || n || '@example.org', '', now() from generate_series(0, ${PEOPLE}) n;
    insert into artists (id, name) select ${id('b', 'n')}, 'Artist ' || n from generate_series(0, 1999) n;
    insert into venues (id, name, time_zone) select ${id('c', 'n')}, 'Venue ' || n, 'UTC' from generate_series(1, 50) n;
    insert into shows (id, venue_id, headliner_id, show_date, starts_at, time_zone)
      select ${id('d', 'n')}, ${id('c', '1 + n % 50')}, ${id('b', 'n * 7 % 2000')}, (now() - n * interval '9 day')::date,
        now() - n * interval '9 day', 'UTC' from generate_series(1, ${SHOWS}) n;
    insert into attendances (id, show_id, person_id, state, audience, starts_at)
      select ${id('e', 'n')}, ${id('d', 'n')}, ${id('a', '0')}, 'attended', 'private', now() - n * interval '9 day'
      from generate_series(1, ${SHOWS}) n;
    create temporary table drawn as select n, case when n < ${HERS} then 0 else 1 + n % ${PEOPLE} end as person,
        greatest(0, least(1, random_normal(0.5, 0.18))) as valence, greatest(0, least(1, random_normal(0.5, 0.2))) as energy,
        60 + random() * 120 as tempo, now() - random() * interval '900 days' as at
      from generate_series(0, ${HERS + OTHERS - 1}) n;
    insert into media (id, kind, owner_id, audience, file_name, storage_key, sha256, file_size, mime_type, state, duration_ms,
        tags, created_at)
      select ${id('1', 'n')}, 'audio', ${id('a', 'person')}, 'private', 'track ' || n || '.flac', 'media/' || n, int4send(n),
        1000, 'audio/flac', 'ready', 200000,
        json_build_object('title', 'Song ' || n, 'artist', 'Artist ' || n * 13 % 5000, 'album', null), at from drawn;
    insert into analyses (media_id, state, analyzed_at, labels)
      select ${id('1', 'n')}, 'done', at, '{Rock,Guitar}' from drawn;
    insert into tracks (id, media_id, features_state, features_source, features_at, valence, energy, tempo, created_at)
      select ${id('2', 'n')}, ${id('1', 'n')}, 'known', 'engine', at, valence, energy, tempo, at from drawn;
    insert into library_entries (person_id, track_id, source, added_at, place, tempo)
      select ${id('a', 'person')}, ${id('2', 'n')}, 'folder', at, point(valence, energy), tempo from drawn;
    insert into listens (id, person_id, track_id, mood, seconds, outcome, played_at)
      select ${id('3', 'n')}, ${id('a', '0')}, ${id('2', 'n * 5')}, 'happy', 200, 'finished', now() - n * interval '10 minutes'
      from generate_series(0, ${LISTENS - 1}) n;
    reset session_replication_role`)
  await client.query('vacuum analyze')
}

/** What it comes down to: the nearest hundred of hers, without what they are called, what was heard of them, or a rank. */
const bare = `select track_id from library_entries
  where person_id = $1 and place is not null and left_out_at is null order by place <-> point($2, $3) limit 100`

const percentile = (values: number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN

async function timed(times: number[], act: () => Promise<unknown>): Promise<void> {
  const start = performance.now()
  await act()
  times.push(performance.now() - start)
}

/** One question, in turns: ten tracks as they are answered, and the bare shape. */
async function ask(db: Db, person: string, turn: number, times: { list: number[]; bare: number[] }) {
  const mood = MOODS[turn % 4] ?? 'happy'
  await timed(times.list, async () => {
    const asked = { mood, limit: LIMIT, seed: turn, valence: undefined, energy: undefined }
    const { items } = await recommend(db, person, asked, DEFAULT_RULES[mood])
    if (items.length !== LIMIT) throw new Error('too few tracks')
  })
  await timed(times.bare, () => rows(db, bare, [person, Math.random(), Math.random()]))
}

/** Ten tracks that fit a mood out of 100,000 of one person's among 200,000 of others, in ms at the database's door. */
export async function measureMusic(): Promise<void> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'sms-bench-music-'))
  const database = await startEmbeddedPostgres({ dataDir, fsync: false })
  const pool = createPool(database.url, 1)
  try {
    await migrate(pool)
    const client = await pool.connect()
    await populate(client)
    client.release()
    const db = createDb(pool)
    const [person] = await rows<{ id: string }>(db, `select id from users where username = $1`, ['person0'])
    const times = { list: [], bare: [] } as Record<'list' | 'bare', number[]>
    for (let n = 0; n < 200; n++) await ask(db, person?.id ?? '', n, { list: [], bare: [] })
    for (let n = 0; n < ASKED; n++) await ask(db, person?.id ?? '', n, times)
    report({
      name: 'music',
      value: percentile(times.list, 0.99),
      unit: 'ms p99',
      ceiling: percentile(times.bare, 0.99),
      p50_ms: percentile(times.list, 0.5),
      ceiling_p50_ms: percentile(times.bare, 0.5),
      bar_ms: 20,
    })
  } finally {
    await pool.end()
    await database.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
