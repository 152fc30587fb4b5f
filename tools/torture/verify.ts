import { readdir, readFile, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { urlOf } from '../../apps/server/src/platform/db/embedded/endpoint.ts'
import { sha256 } from './client.ts'
import { acknowledged, type Deed, type Ledger } from './ledger.ts'

const PATIENCE_MS = 90_000
const TWO_HOURS_MS = 2 * 60 * 60_000

/** The embedded database, through the socket in its folder. */
export async function openDatabase(dataDir: string): Promise<pg.Client> {
  const cluster = { dir: join(dataDir, 'postgres') } as Parameters<typeof urlOf>[0]
  const client = new pg.Client(await urlOf(cluster, { kind: 'socket' }, 'sharemyshows'))
  await client.connect()
  return client
}

/** Of a photo: 320, 800 and 1600 px. */
const RENDITIONS = 3

class Lost extends Error {}

/** Where each kind is kept, and the text that names its key. */
const places: Record<Deed['kind'], [from: string, text: string]> = {
  show: ['shows t join artists a on a.id = t.headliner_id', `a.name = 'Artist ' || key`],
  song: ['setlist_songs t', `t.song_name = 'Song ' || key`],
  comment: ['comments t', `t.content = 'Comment ' || key`],
  photo: ['media t', `t.caption = 'Photo ' || key`],
}

/** Everything acknowledged is there, once. */
export async function findRows(db: pg.Client, ledger: Ledger): Promise<void> {
  for (const [kind, [from, text]] of Object.entries(places)) {
    const deeds = acknowledged(ledger).filter((deed) => deed.kind === kind)
    if (deeds.length === 0) continue
    const { rows } = await db.query(
      `select key, array(select t.id::text from ${from} where ${text}) as ids from unnest($1::text[]) as key`,
      [deeds.map(({ key }) => key)],
    )
    const found = new Map<string, string[]>(rows.map(({ key, ids }) => [key, ids]))
    for (const { key, id } of deeds) {
      const ids = found.get(key) ?? []
      if (ids.length !== 1 || ids[0] !== id)
        throw new Lost(`${kind} ${key}: ${id} was acknowledged, found ${ids}`)
    }
  }
  await findNotes(db, ledger)
  const deleted = [...ledger.deleted].flatMap(([id, sure]) => (sure ? [id] : []))
  const { rows } = await db.query('select id from media where id = any($1) and deleted_at is null', [deleted])
  if (rows.length > 0) throw new Lost(`deleted photos are back: ${rows.map(({ id }) => id)}`)
}

async function findNotes(db: pg.Client, { notes }: Ledger): Promise<void> {
  const { rows } = await db.query('select show_id, notes from attendances where show_id = any($1)', [
    [...notes.keys()],
  ])
  for (const { show_id, notes: found } of rows) {
    const known = notes.get(show_id)
    if (known === undefined || found === known.acknowledged || known.maybe.includes(found)) continue
    throw new Lost(`notes of ${show_id}: ${found} is neither ${known.acknowledged} nor one of ${known.maybe}`)
  }
}

/** Waits until a query finds nothing; throws with what it still finds. */
async function untilNone(db: pg.Client, what: string, query: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    const { rows } = await db.query(query)
    if (rows.length === 0) return
    if (Date.now() > deadline)
      throw new Lost(`${what} after ${PATIENCE_MS / 1000} s: ${JSON.stringify(rows)}`)
    await sleep(100)
  }
}

/** Every photo becomes ready, and no job is left, waiting or stuck; what was deleted can be restored for a while. */
export async function awaitJobs(db: pg.Client): Promise<void> {
  await untilNone(
    db,
    'unready photos',
    `select id, state, failure from media
    where state <> 'ready' and deleted_at is null limit 5`,
  )
  await untilNone(
    db,
    'unfinished jobs',
    `select task_identifier, attempts, last_error, run_at, locked_at, locked_by from graphile_worker.jobs
      where task_identifier <> 'purge-media' limit 5`,
  )
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/** Lets the sweep see files as they will be in two hours; gives how many it removed. */
export async function sweep(db: pg.Client, dataDir: string): Promise<number> {
  const before = await filesBelow(join(dataDir, 'files'))
  const past = new Date(Date.now() - TWO_HOURS_MS)
  for (const file of before) await utimes(file, past, past)
  await db.query(`select graphile_worker.add_job('sweep-storage', '{}'::json)`)
  await awaitJobs(db)
  return before.length - (await filesBelow(join(dataDir, 'files'))).length
}

/** Every row has its file and every file its row, and the originals are what was sent, to the byte. */
export async function matchFiles(db: pg.Client, dataDir: string, ledger: Ledger): Promise<void> {
  const { rows } =
    await db.query(`select m.id, m.storage_key, m.deleted_at, array(select r.storage_key from renditions r
    where r.media_id = m.id) as renditions from media m`)
  const keys = rows.flatMap(({ storage_key, renditions }) => [storage_key, ...renditions])
  const files = (await filesBelow(join(dataDir, 'files'))).map((file) =>
    file.slice(join(dataDir, 'files').length + 1),
  )
  const [kept, held] = [new Set(files), new Set(keys)]
  const orphans = files.filter((file) => !held.has(file))
  if (orphans.length > 0) throw new Lost(`files without a row: ${orphans}`)
  const missing = keys.filter((key) => !kept.has(key))
  if (missing.length > 0) throw new Lost(`rows without a file: ${missing}`)
  const hashes = new Map(ledger.deeds.map(({ id, sha256: hash }) => [id, hash]))
  for (const { id, storage_key, deleted_at, renditions } of rows) {
    if (deleted_at !== null) continue
    const hash = hashes.get(id)
    if (hash === undefined) throw new Lost(`photo ${id} was never acknowledged`)
    if (sha256(await readFile(join(dataDir, 'files', storage_key))) !== hash)
      throw new Lost(`photo ${id} is not what was sent`)
    if (renditions.length !== RENDITIONS) throw new Lost(`photo ${id} has ${renditions.length} renditions`)
  }
}
