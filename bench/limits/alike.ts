import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { median, report } from '../measure.ts'
import { start } from '../world.ts'

const TIMINGS = 200
/** Between two requests, in ms: most of what the first left to the jobs is done by then. */
const PAUSE_MS = 40

/** Sends a request to the API below `/auth` and waits for its whole answer. */
type Post = (where: string, body: object) => Promise<unknown>

/** The same request, about Ana, who has an account, or about a name that nobody has. */
type Ask = (post: Post, name: string) => Promise<unknown>

/**
 * 3: how long an answer takes says nothing of whether the person exists: medians of 200 each, taken in turns, differ by
 * less than 10 %.
 */
async function measureAlike(name: string, ask: Ask): Promise<void> {
  const dataDir = await mkdtemp(path.join(tmpdir(), `sms-bench-${name}-`))
  const server = await start(
    'bin/start.mjs',
    { DATA_DIR: dataDir, RATE_LIMITS: 'off', LOG_LEVEL: 'warn' },
    /is ready on/,
  )
  const post: Post = (where, body) =>
    fetch(`${server.url}/api/v1/auth/${where}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }).then((answer) => answer.arrayBuffer())
  const timed = async (person: string) => {
    await sleep(PAUSE_MS)
    const began = performance.now()
    await ask(post, person)
    return performance.now() - began
  }
  await post('register', { username: 'ana', email: 'ana@example.org', password: 'a benchmark of its own' })
  const [known, unknown]: [number[], number[]] = [[], []]
  for (let n = -10; n < TIMINGS; n++) {
    // in changing order: whatever an answer leaves behind lengthens both alike
    const people = n % 2 === 0 ? ['ana', `nobody-${n}`] : [`nobody-${n}`, 'ana']
    for (const person of people) {
      const time = await timed(person)
      // the first ones only warm up
      if (n >= 0) (person === 'ana' ? known : unknown).push(time)
    }
  }
  await server.stop()
  await rm(dataDir, { recursive: true, force: true })
  report({
    name,
    value: median(unknown),
    unit: 'ms unknown',
    ceiling: median(known),
    bar: '0.9 to 1.1',
  })
}

/** A sign-in that is refused. */
export const measureLogin = (): Promise<void> =>
  measureAlike('login', (post, identifier) =>
    post('login', { identifier, password: 'not the password of anybody' }),
  )

/** A link asked for by somebody who forgot the password. */
export const measureForgot = (): Promise<void> =>
  measureAlike('forgot', (post, name) => post('forgot-password', { email: `${name}@example.org` }))

/** The same at its other address. */
export const measureReset = (): Promise<void> =>
  measureAlike('reset', (post, name) => post('reset-password', { email: `${name}@example.org` }))
