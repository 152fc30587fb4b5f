import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { median, report } from '../measure.ts'
import { start } from '../world.ts'

const TIMINGS = 200

/**
 * 3: how long a refused sign-in takes says nothing of whether the person exists: medians of 200 each, taken in turns,
 * differ by less than 10 %.
 */
export async function measureLogin(): Promise<void> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'sms-bench-login-'))
  const server = await start(
    'bin/start.mjs',
    { DATA_DIR: dataDir, RATE_LIMITS: 'off', LOG_LEVEL: 'warn' },
    /is ready on/,
  )
  const post = (where: string, body: object) =>
    fetch(`${server.url}/api/v1/auth/${where}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }).then((answer) => answer.arrayBuffer())
  const timed = async (identifier: string) => {
    const began = performance.now()
    await post('login', { identifier, password: 'not the password of anybody' })
    return performance.now() - began
  }
  await post('register', { username: 'ana', email: 'ana@example.org', password: 'a benchmark of its own' })
  const [known, unknown]: [number[], number[]] = [[], []]
  for (let n = -10; n < TIMINGS; n++) {
    const times = [await timed('ana'), await timed(`nobody-${n}`)] as const
    // the first ones only warm up
    if (n < 0) continue
    known.push(times[0])
    unknown.push(times[1])
  }
  await server.stop()
  await rm(dataDir, { recursive: true, force: true })
  report({
    name: 'login',
    value: median(unknown),
    unit: 'ms unknown',
    ceiling: median(known),
    bar: '0.9 to 1.1',
  })
}
