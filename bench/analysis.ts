import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import { wavOf } from '../apps/server/test/sounds.ts'
import { report } from './measure.ts'
import { type Running, start } from './world.ts'

const AT_ONCE = 4
const SECONDS = 60
const RATE = 44_100
/** Milliseconds of pause between two questions. */
const PAUSE = 10

/** A minute of chords, a beat and noise in stereo; each one in another key and at another speed. */
function song(index: number): Buffer {
  const beat = (RATE * 60) / (90 + index * 15)
  const tones = [220, 277.2, 329.6].map((hertz) => (hertz * 2 ** (index / 12) * 2 * Math.PI) / RATE)
  let noise = index + 1
  return wavOf(
    2,
    RATE,
    (frame, channel) => {
      noise = (noise * 1_103_515_245 + 12_345) % 2_147_483_648
      const hit = Math.exp(-(frame % beat) / 3000) * (noise / 1_073_741_824 - 1)
      const chord = tones.reduce((sum, step) => sum + Math.sin(step * frame + channel), 0)
      return 0.3 * hit + 0.15 * chord
    },
    SECONDS,
  )
}

type Api = (method: string, path: string, body?: BodyInit) => Promise<Record<string, string>>

async function signUp({ url }: Running): Promise<Api> {
  const json = { 'content-type': 'application/json' }
  const person = { username: 'bench', email: 'bench@example.org', password: 'a benchmark of its own' }
  const registration = { method: 'POST', headers: json, body: JSON.stringify(person) }
  const registered = await fetch(`${url}/api/v1/auth/register`, registration)
  const { access_token } = (await registered.json()) as { access_token: string }
  return async (method, path, body) => {
    const headers = { authorization: `Bearer ${access_token}`, ...(typeof body === 'string' && json) }
    const answer = await fetch(`${url}/api/v1${path}`, { method, headers, ...(body && { body }) })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as Record<string, string>
  }
}

async function statesOf(api: Api, ids: readonly string[]): Promise<string[]> {
  const all = await Promise.all(ids.map((id) => api('GET', `/audio/${id}/analysis/status`)))
  const failed = all.find(({ state }) => state === 'failed')
  if (failed) throw new Error(`an analysis failed: ${failed.failure}`)
  return all.map(({ state }) => state ?? '')
}

/** Asks for a small thing over and over, until `enough`; milliseconds of each, the shortest first. */
async function ask(api: Api, enough: () => boolean): Promise<number[]> {
  const taken: number[] = []
  while (!enough()) {
    const began = performance.now()
    await api('GET', '/shows')
    taken.push(performance.now() - began)
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
  }
  return taken.sort((a, b) => a - b)
}

const at = (sorted: readonly number[], share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0

/** Most memory a process has held so far, in MB (Linux). */
async function mostMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
}

/** A simple question to the server while four recordings are analysed; the bar is 100 ms for the 99th percentile. */
export async function measureAnalysis(): Promise<void> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'sms-bench-analysis-'))
  const env = { DATA_DIR: dataDir, LOG_LEVEL: 'info', RATE_LIMITS: 'off', ANALYSES_AT_ONCE: String(AT_ONCE) }
  const server = await start('bin/start.mjs', env, /is ready on/)
  const pid = server.process.pid as number
  try {
    const api = await signUp(server)
    const ids: string[] = []
    for (let index = 0; index < AT_ONCE; index++) {
      const form = new FormData()
      form.set('file', new File([new Uint8Array(song(index))], `${index}.wav`))
      ids.push((await api('POST', '/audio', form)).id as string)
    }
    const until = async (holds: (states: string[]) => boolean) => {
      while (!holds(await statesOf(api, ids))) await new Promise((resolve) => setTimeout(resolve, 200))
    }
    await until((states) => states.every((state) => state === 'done'))
    const calmUntil = performance.now() + 5000
    const calm = await ask(api, () => performance.now() > calmUntil)

    for (const audio_id of ids) {
      await api('POST', '/audio/analyze', JSON.stringify({ audio_id, again: true }))
    }
    await until((states) => states.every((state) => state === 'running'))
    const began = performance.now()
    let ended = false
    const finished = until((states) => states.some((state) => state === 'done')).finally(() => (ended = true))
    const busy = await ask(api, () => ended)
    await finished
    await until((states) => states.every((state) => state === 'done'))
    const seconds = (performance.now() - began) / 1000
    report({
      name: 'answers during four analyses, p99',
      value: at(busy, 0.99),
      unit: 'ms',
      ceiling: 100,
      p50_ms: at(busy, 0.5),
      most_ms: at(busy, 1),
      asked: busy.length,
      calm_p50_ms: at(calm, 0.5),
      calm_p99_ms: at(calm, 0.99),
      cores: availableParallelism(),
      times_real_time: (AT_ONCE * SECONDS) / seconds,
      most_mb: await mostMb(pid),
    })
  } finally {
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
