import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startEmbeddedPostgres } from '../apps/server/src/platform/db/embedded/index.ts'
import { median, report } from './measure.ts'
import type { CrowdSays, CrowdTask } from './room-crowd.ts'
import { type Running, residentMb, start } from './world.ts'

const SOCKETS = 5000
const PEOPLE = 50
const TURNS = 7
/** Messages of a turn, one at a time: the next is said when everybody has heard the last. */
const MESSAGES = 10

type Side = { running: Running; crowd: ChildProcess; mbASocket: number }

/** Fills a room with 5,000 pages, from a process of its own. */
async function gather(running: Running, task: Omit<CrowdTask, 'sockets' | 'messages'>): Promise<Side> {
  const pid = running.process.pid as number
  const before = await residentMb(pid)
  const crowd = fork(path.join(import.meta.dirname, 'room-crowd.ts'), { stdio: 'inherit' })
  crowd.send({ ...task, sockets: SOCKETS, messages: MESSAGES } satisfies CrowdTask)
  await heard(crowd, 'gathered')
  return { running, crowd, mbASocket: ((await residentMb(pid)) - before) / SOCKETS }
}

async function heard<Kind extends CrowdSays['kind']>(
  crowd: ChildProcess,
  kind: Kind,
): Promise<Extract<CrowdSays, { kind: Kind }>> {
  for (;;) {
    const [said] = (await Promise.race([once(crowd, 'message'), failed(crowd)])) as [CrowdSays]
    if (said.kind === kind) return said as Extract<CrowdSays, { kind: Kind }>
  }
}
const failed = async (crowd: ChildProcess): Promise<never> => {
  const [code] = await once(crowd, 'exit')
  throw new Error(`the crowd ended with ${code}`)
}

/** Deliveries a second; the crowd fails when one is lost or comes twice. */
async function turn({ crowd }: Side): Promise<number> {
  crowd.send('speak')
  return (await heard(crowd, 'spoken')).deliveries
}

type Account = { id: string; token: string }

async function people(url: string): Promise<{ accounts: Account[]; show: string }> {
  const post = async (address: string, body: object, token?: string) => {
    const answer = await fetch(`${url}/api/v1${address}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${address}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
  const accounts: Account[] = []
  for (let n = 0; n <= PEOPLE; n++) {
    const username = `guest-${n}`
    const registration = { username, email: `${username}@example.org`, password: 'a long enough password' }
    const { access_token, user } = await post('/auth/register', registration)
    accounts.push({ id: user.id, token: access_token })
  }
  const concert = { artist_name: 'Everybody', venue_name: 'Town Hall', show_date: '2024-06-01' }
  const { id } = await post('/shows', concert, accounts[0]?.token)
  for (const { token } of accounts.slice(1)) await post(`/shows/${id}/checkin`, {}, token)
  return { accounts, show: id }
}

/** A room of 5,000 sockets and one message at a time, beside bare Socket.IO; the bar is 0.8 of it, and nothing lost. */
export async function measureRoom(): Promise<void> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'sms-bench-room-'))
  const database = await startEmbeddedPostgres({ dataDir })
  const env = { DATABASE_URL: database.url, DATA_DIR: dataDir, LOG_LEVEL: 'error', RATE_LIMITS: 'off' }
  const product = await start(
    'apps/server/src/main.ts',
    { ...env, DATABASE_WAIT_MS: '60000', LOG_LEVEL: 'info' },
    /is ready on/,
  )
  const bare = await start('bench/room-ceiling.ts', {}, /ceiling is ready/)
  const { accounts, show } = await people(product.url)
  const tokens = accounts.map(({ token }) => token)
  const ours = await gather(product, { url: product.url, tokens, place: { show_id: show } })
  const ceiling = await gather(bare, { url: bare.url, tokens: [''], place: { show_id: show } })
  const turns: [ours: number, ceiling: number][] = []
  // the first of each warms up
  await turn(ours)
  await turn(ceiling)
  for (let n = 0; n < TURNS; n++) {
    const first = await turn(n % 2 === 0 ? ours : ceiling)
    const second = await turn(n % 2 === 0 ? ceiling : ours)
    turns.push(n % 2 === 0 ? [first, second] : [second, first])
  }
  report({
    name: 'room',
    value: median(turns.map(([a]) => a)),
    unit: 'deliveries/s',
    ceiling: median(turns.map(([, b]) => b)),
    ratio: median(turns.map(([a, b]) => a / b)),
    sockets: SOCKETS,
    kb_a_socket: ours.mbASocket * 1024,
    ceiling_kb_a_socket: ceiling.mbASocket * 1024,
  })
  for (const { crowd } of [ours, ceiling]) crowd.kill()
  await bare.stop()
  await product.stop()
  await database.stop()
  await rm(dataDir, { recursive: true, force: true })
}
