import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from './index.ts'
import { type OsUser, serverUser } from './os-user.ts'

const isRoot = process.getuid?.() === 0
const REFUSED = 'ShareMyShows is already running on the data folder'
let cleanUps: (() => Promise<unknown>)[] = []
let nobody: OsUser | undefined

let template = ''

beforeAll(async () => {
  nobody = await serverUser('/nonexistent')
  template = await mkdtemp(join(tmpdir(), 'sms-pg-'))
  await (await start(template)).stop()
})

afterAll(() => rm(template, { recursive: true, force: true }))

afterEach(async () => {
  const todo = cleanUps.reverse()
  cleanUps = []
  for (const cleanUp of todo) await cleanUp()
})

async function newDataDir(prefix = 'sms-pg-'): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), prefix))
  cleanUps.push(() => rm(dir, { recursive: true, force: true }))
  return dir
}

/** A data folder whose cluster exists already, which is quicker than making one. */
async function usedDataDir(prefix?: string): Promise<string> {
  const dir = await newDataDir(prefix)
  await cp(join(template, 'postgres'), join(dir, 'postgres'), { recursive: true })
  return dir
}

async function start(
  dataDir: string,
  options: Partial<EmbeddedPostgresOptions> = {},
): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, fsync: false, ...options })
  cleanUps.push(() => server.stop())
  return server
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows.flat()
  } finally {
    await client.end()
  }
}

// A process that starts the database, keeps one statement running and acknowledges rows on its standard output.
const HOLDER = `
  const { startEmbeddedPostgres } = await import(${JSON.stringify(new URL('./index.ts', import.meta.url).href)})
  const { default: pg } = await import(${JSON.stringify(import.meta.resolve('pg'))})
  const server = await startEmbeddedPostgres({ dataDir: process.argv[1] }).catch((error) => {
    console.log('refused ' + error.message)
    process.exit(1)
  })
  console.log('holds ' + process.getuid?.())
  let going = true
  process.once('SIGTERM', () => { going = false })
  const [client, sleeper] = [new pg.Client(server.url), new pg.Client(server.url)]
  sleeper.on('error', () => undefined)
  await Promise.all([client.connect(), sleeper.connect()])
  sleeper.query('select pg_sleep(600)').catch(() => undefined)
  await client.query('create table if not exists held (n serial)')
  while (going) {
    const { rows } = await client.query('insert into held default values returning n')
    console.log('row ' + rows[0].n)
  }
  await client.end()
  await server.stop()`

interface Holder {
  process: ChildProcess
  lines: string[]
  /** Waits for a line that begins so. */
  says(start: string): Promise<string>
}

function hold(dataDir: string, user?: OsUser): Holder {
  const args = ['--input-type=module', '-e', HOLDER, dataDir]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], ...user })
  const closed = once(child, 'close')
  cleanUps.push(async () => {
    child.kill('SIGTERM')
    await closed
  })
  const lines: string[] = []
  const waiting = new Set<() => void>()
  const output = createInterface(child.stdout)
  output.on('line', (line) => {
    lines.push(line)
    for (const look of waiting) look()
  })
  const says = (start: string) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const line = lines.find((each) => each.startsWith(start))
        if (line === undefined) return
        waiting.delete(look)
        resolve(line)
      }
      waiting.add(look)
      output.once('close', () => reject(new Error(`it ended without "${start}": ${lines.slice(-3)}`)))
      look()
    })
  return { process: child, lines, says }
}

async function killNode(holder: Holder): Promise<number[]> {
  holder.process.kill('SIGKILL')
  await once(holder.process, 'close')
  return holder.lines.filter((line) => line.startsWith('row ')).map((line) => Number(line.slice(4)))
}

async function serverPid(dataDir: string): Promise<number> {
  return Number.parseInt(await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10)
}

describe('the embedded PostgreSQL', { timeout: 30_000 }, () => {
  it('gives a database in UTF-8 with the extensions, reachable by no TCP port, even in a folder with spaces', async () => {
    const { url, adopted } = await start(join(await newDataDir(), 'Björk’s data'))
    expect(adopted).toBe(false)
    expect(await query(url, 'select current_database()')).toEqual(['sharemyshows'])
    for (const name of ['pg_trgm', 'unaccent', 'cube', 'earthdistance', 'btree_gist', 'citext']) {
      await query(url, `create extension ${name}`)
    }
    expect(await query(url, "select lower('ÉЖ'), 'É'::citext = 'é', unaccent('Björk')")).toEqual([
      'éж',
      true,
      'Bjork',
    ])
    expect(await query(url, "select similarity('Кино', 'кино'), 'Z' < 'a', 'z' < 'é'")).toEqual([
      1,
      true,
      true,
    ])
    if (process.platform !== 'win32') {
      expect(await query(url, "select current_setting('listen_addresses')")).toEqual([''])
    }
  })

  it('keeps rows over stop and start, and is durable unless told otherwise', async () => {
    const dataDir = await usedDataDir()
    const first = await start(dataDir)
    await query(first.url, 'create table kept as select 7 as n')
    await Promise.all([first.stop(), first.stop()])
    await expect(query(first.url, 'select 1')).rejects.toThrow()

    const second = await start(dataDir, { fsync: true })
    expect(second.adopted).toBe(false)
    expect(await query(second.url, 'select n from kept')).toEqual([7])
    const durable =
      "select current_setting('fsync'), current_setting('synchronous_commit'), current_setting('full_page_writes')"
    expect(await query(second.url, durable)).toEqual(['on', 'on', 'on'])
  })

  it('refuses a second start on a folder in use, from this process and from another', async () => {
    const dataDir = await usedDataDir()
    const { url, stop } = await start(dataDir)
    await expect(start(dataDir)).rejects.toThrow(REFUSED)
    expect(await hold(dataDir).says('refused')).toContain(REFUSED)
    expect(await query(url, 'select 1')).toEqual([1])
    await stop()
    await hold(dataDir).says('holds')
  })

  it('lets one of several processes win that start at once', async () => {
    const dataDir = await newDataDir()
    const holders = [hold(dataDir), hold(dataDir), hold(dataDir)]
    const answers = await Promise.all(
      holders.map((each) => Promise.any([each.says('holds'), each.says('refused')])),
    )
    expect(answers.filter((line) => line.startsWith('holds'))).toHaveLength(1)
    expect(answers.filter((line) => line.includes(REFUSED))).toHaveLength(2)
  })

  it('adopts what a killed process left, cuts its statements and keeps every acknowledged row', async () => {
    const dataDir = await usedDataDir()
    const holder = hold(dataDir)
    await holder.says('row 50')
    const pid = await serverPid(dataDir)
    const acknowledged = await killNode(holder)

    const { url, adopted, stop } = await start(dataDir, { fsync: true })
    expect(adopted).toBe(true)
    expect(await serverPid(dataDir)).toBe(pid)
    expect(await query(url, 'select n from held order by n')).toEqual(expect.arrayContaining(acknowledged))
    const others = "select count(*)::int from pg_stat_activity where backend_type = 'client backend'"
    expect(await query(url, others)).toEqual([1])
    await stop()
    await expect(query(url, 'select 1')).rejects.toThrow()
  })

  it('restarts what a killed process left when it runs with other settings', async () => {
    const dataDir = await usedDataDir()
    const holder = hold(dataDir)
    await holder.says('row 50')
    const acknowledged = await killNode(holder)
    const { url, adopted } = await start(dataDir, { fsync: false })
    expect(adopted).toBe(false)
    expect(await query(url, "select current_setting('fsync')")).toEqual(['off'])
    expect(await query(url, 'select n from held order by n')).toEqual(expect.arrayContaining(acknowledged))
  })

  it('is not blocked by lock files whose number now belongs to another program', async () => {
    const dataDir = await usedDataDir()
    const holder = hold(dataDir)
    await holder.says('row 50')
    const foreign = spawn('sleep', ['60'], { ...nobody })
    cleanUps.push(async () => foreign.kill('SIGKILL'))
    const pid = await serverPid(dataDir)
    const acknowledged = await killNode(holder)
    process.kill(pid, 'SIGKILL')
    for (const name of ['postmaster.pid', '.s.PGSQL.5432.lock']) {
      const file = join(dataDir, 'postgres', name)
      await writeFile(file, (await readFile(file, 'utf8')).replace(/^\d+/, String(foreign.pid)))
    }
    const { url, adopted } = await start(dataDir)
    expect(adopted).toBe(false)
    expect(foreign.exitCode).toBeNull()
    expect(await query(url, 'select n from held order by n')).toEqual(expect.arrayContaining(acknowledged))
  })

  it('tells when the server ends by itself, and starts again afterwards', async () => {
    const dataDir = await usedDataDir()
    const ended = Promise.withResolvers<string>()
    const { stop } = await start(dataDir, { onExit: ended.resolve })
    process.kill(await serverPid(dataDir), 'SIGKILL')
    expect(await ended.promise).toContain('PostgreSQL ended unexpectedly')
    await stop()
    const { url } = await start(dataDir)
    expect(await query(url, 'select 1')).toEqual([1])
  })

  it('takes a password and 127.0.0.1 where the path is too long for a socket', async () => {
    const dataDir = await usedDataDir(`sms-pg-${'x'.repeat(90)}-`)
    const { url } = await start(dataDir)
    expect(await query(url, "select current_setting('listen_addresses'), inet_server_addr()::text")).toEqual([
      '127.0.0.1',
      '127.0.0.1/32',
    ])
    const wrong = new URL(url)
    wrong.password = 'wrong'
    await expect(query(wrong.href, 'select 1')).rejects.toThrow('password authentication failed')
  })

  it('says so when the cluster is of another major version', async () => {
    const dataDir = await newDataDir()
    await mkdir(join(dataDir, 'postgres'))
    await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '14\n')
    await expect(start(dataDir)).rejects.toThrow('was made by PostgreSQL 14')
  })
})

describe.skipIf(!isRoot)('as root (skipped for other accounts)', { timeout: 30_000 }, () => {
  it('runs as another account, in a folder that this account cannot reach by name', async () => {
    const closed = await newDataDir()
    await chmod(closed, 0o700)
    const dataDir = join(closed, 'data')
    const { url } = await start(dataDir)
    expect(await query(url, 'select 1')).toEqual([1])
    const owner = { uid: nobody?.uid, gid: nobody?.gid }
    expect(await stat(join(dataDir, 'postgres'))).toMatchObject(owner)
    expect(await stat(`/proc/${await serverPid(dataDir)}`)).toMatchObject(owner)
  })

  it('works for an ordinary account, whose cluster root then runs as that account', async (context) => {
    const canRun = await stat(process.execPath).then(() => reachable(process.execPath))
    if (!canRun || !(await reachable(import.meta.filename))) {
      context.skip('this checkout lies in a folder that ordinary accounts cannot enter')
    }
    const dataDir = await newDataDir()
    await chown(dataDir, nobody?.uid ?? 0, nobody?.gid ?? 0)
    const holder = hold(dataDir, nobody)
    expect(await holder.says('holds')).toBe(`holds ${nobody?.uid}`)
    await holder.says('row 1')
    holder.process.kill('SIGTERM')
    await once(holder.process, 'close')
    const { url, stop } = await start(dataDir)
    expect(await query(url, 'select count(*) > 0 from held')).toEqual([true])
    await stop()

    await chown(join(dataDir, 'postgres'), 1, 1)
    expect(await hold(dataDir, nobody).says('refused')).toContain('belongs to another account (uid 1)')
  })
})

async function reachable(path: string): Promise<boolean> {
  const probe = spawn('test', ['-r', path], { stdio: 'ignore', ...nobody })
  const [code] = await once(probe, 'exit')
  return code === 0
}
