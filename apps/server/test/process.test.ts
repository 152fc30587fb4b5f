import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createClient } from './client.ts'

const main = path.join(import.meta.dirname, '../src/main.ts')
const running = new Set<ChildProcess>()
let dataDir: string

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

type Ended = { code: number | null; text: string }
type Started = { url: string; ended: Promise<Ended>; kill(signal: NodeJS.Signals): Promise<Ended> }

/** Starts the product as an operator does, on its embedded database. */
async function start(env: Record<string, string> = {}): Promise<Started & { ready: boolean }> {
  const port = await freePort()
  const child = spawn(process.execPath, [main], {
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORT: String(port),
      RATE_LIMITS: 'off',
      LOG_LEVEL: 'warn',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let text = ''
  const ended = new Promise<Ended>((resolve) => child.once('exit', (code) => resolve({ code, text })))
  const ready = await new Promise<boolean>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data) => {
        text += data
        if (text.includes('ShareMyShows is ready on')) resolve(true)
      })
    }
    child.once('exit', () => resolve(false))
  })
  const kill = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return ended
  }
  return { url: `http://127.0.0.1:${port}`, ended, kill, ready }
}

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'sms-process-'))
})
afterEach(async () => {
  for (const child of running) {
    if (child.exitCode === null && child.signalCode === null) {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await gone
    }
  }
  running.clear()
  await rm(dataDir, { recursive: true, force: true })
})

const ana = { username: 'ana', email: 'ana@example.org', password: 'a long enough password' }
const show = { artist_name: 'The Lamplighters', venue_name: 'Town Hall', show_date: '2024-12-01' }

describe('the process', () => {
  it('says where it is, drains on SIGTERM and exits 0', async () => {
    const server = await start()
    expect(server.ready).toBe(true)
    expect((await createClient(server.url).get('/health')).status).toBe(200)
    const { code, text } = await server.kill('SIGTERM')
    expect(code).toBe(0)
    expect(text).toContain(`ShareMyShows is ready on ${server.url}`)
  })

  it('53: keeps what it acknowledged through kill -9, and signs its people in again', async () => {
    const first = await start()
    const { body } = await createClient(first.url).post('/auth/register', ana)
    const client = createClient(first.url, { token: body.access_token })
    const created = await client.post('/shows', show)
    expect(created.status).toBe(201)
    await first.kill('SIGKILL')

    const second = await start()
    expect(second.ready).toBe(true)
    const same = createClient(second.url, { token: body.access_token })
    expect((await same.get(`/shows/${created.body.id}`)).body).toMatchObject({
      artist_name: 'The Lamplighters',
    })
  })

  it('refuses a second embedded database on one data folder with a sentence', async () => {
    await start()
    const second = await start()
    expect(second.ready).toBe(false)
    const { code, text } = await second.ended
    expect(code).toBe(1)
    expect(text.trim().split('\n')).toHaveLength(1)
    expect(text).toContain(dataDir)
  })

  it('stops at a wrong setting with its name', async () => {
    const server = await start({ PORT: 'nonsense' })
    const { code, text } = await server.ended
    expect([code, text]).toEqual([1, expect.stringMatching(/^PORT: /)])
  })
})
