import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import sharp from 'sharp'
import { report } from '../measure.ts'
import { start } from '../world.ts'
import type { CrowdOrder, CrowdReport } from './crowd.ts'

const IDLE = 10_000
const SLOW = 1_000
const READERS = 8
const FILE_BYTES = 20_000_000

/** Ordinary people, who read one page after the other; latencies in ms and how many answers were none. */
async function readFor(url: string, seconds: number): Promise<{ times: number[]; bad: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: READERS })
  const result = { times: [] as number[], bad: 0 }
  const once = () =>
    new Promise<void>((resolve) => {
      const began = performance.now()
      const fail = () => {
        result.bad++
        resolve()
      }
      get(`${url}/api/v1/shows?limit=20`, { agent }, (answer) => {
        answer.resume().once('end', () => {
          if (answer.statusCode === 200) result.times.push(performance.now() - began)
          else result.bad++
          resolve()
        })
        answer.once('error', fail)
      }).once('error', fail)
    })
  const end = Date.now() + seconds * 1000
  const person = async () => {
    while (Date.now() < end) {
      await once()
      await sleep(10)
    }
  }
  await Promise.all(Array.from({ length: READERS }, person))
  agent.destroy()
  return result
}

/** Seconds of processor time a process has used (Linux counts hundredths); they do not grow on a busy machine. */
async function cpuSeconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

const p99 = (times: number[]) =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? Number.NaN

type Host = { id: string; token: string }

/** Somebody with one large photo, for those who will not read it. */
async function addHost(url: string): Promise<Host> {
  const registration = { username: 'host', email: 'host@example.org', password: 'a benchmark of its own' }
  const headers = { 'content-type': 'application/json' }
  const init = { method: 'POST', headers, body: JSON.stringify(registration) }
  const { access_token: token } = (await (await fetch(`${url}/api/v1/auth/register`, init)).json()) as {
    access_token: string
  }
  const jpeg = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#835' } })
    .jpeg()
    .toBuffer()
  const form = new FormData()
  form.set('file', new File([new Uint8Array(jpeg), new Uint8Array(FILE_BYTES - jpeg.length)], 'large.jpg'))
  const sent = { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: form }
  const { id } = (await (await fetch(`${url}/api/v1/photos`, sent)).json()) as { id: string }
  return { id, token }
}

/**
 * 57: with 10,000 idle connections and 1,000 that are slow in three ways, normal reads stay under 50 ms at the 99th
 * percentile, none fails, and whoever is slow is cut within 30 s. The ceiling is the same reads without company.
 */
export async function measureSlow(): Promise<void> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'sms-bench-slow-'))
  const server = await start(
    'bin/start.mjs',
    { DATA_DIR: dataDir, RATE_LIMITS: 'off', LOG_LEVEL: 'warn' },
    /is ready on/,
  )
  try {
    const host = await addHost(server.url)
    await readFor(server.url, 3)
    const alone = await readFor(server.url, 10)
    const crowd = fork(path.join(import.meta.dirname, 'crowd.ts'))
    const told = (async function* () {
      for (let n = 0; n < 2; n++) yield ((await once(crowd, 'message')) as [CrowdReport])[0]
    })()
    crowd.send({
      port: Number(new URL(server.url).port),
      idle: IDLE,
      slow: SLOW,
      file: `/api/v1/photos/${host.id}/original`,
      token: host.token,
      size: FILE_BYTES,
    } satisfies CrowdOrder)
    const gathered = (await told.next()).value
    const before = await cpuSeconds(server.process.pid as number)
    const among = await readFor(server.url, 20)
    const cpu = (await cpuSeconds(server.process.pid as number)) - before
    const done = (await told.next()).value
    if (gathered?.kind !== 'gathered' || done?.kind !== 'done') throw new Error('the crowd went away')
    const { headers, body, reader, idle } = done.cut
    report({
      name: 'slow',
      value: p99(among.times),
      unit: 'ms p99',
      ceiling: p99(alone.times),
      bar_ms: 50,
      reads: among.times.length,
      bad: among.bad,
      server_cpu_s_of_20: cpu,
      open_at_once: gathered.open,
      ...Object.fromEntries(
        Object.entries({ headers, body, reader, idle }).map(([kind, { opened, cut, latest }]) => [
          kind,
          `${cut} of ${opened} cut, the last after ${latest.toFixed(1)} s`,
        ]),
      ),
    })
  } finally {
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
