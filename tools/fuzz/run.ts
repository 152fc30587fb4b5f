import { endpoints } from '@sharemyshows/contract/index'
import { createRandom } from '../seed/random.ts'
import { type Attempt, makeAttempt } from './attempt.ts'
import { bodyOf, faultOf } from './judge.ts'
import { createSender, type Reply } from './send.ts'
import { createWorld } from './world.ts'

export type Finding = { number: number; request: string; spoilt: string[]; fault: string }
export type Outcome = { requests: number; byStatus: Map<number, number>; findings: Finding[] }
export type FuzzOptions = {
  url: string
  /** The same seed sends the same requests, as far as ids allow. */
  seed: string
  requests: number
  /** Sends this one request alone. */
  only?: number
}

const FURNISH_EVERY = 100

const shorten = (text: string) => (text.length > 160 ? `${text.slice(0, 160)}… (${text.length})` : text)

const shown = ({ endpoint, who, path, body }: Attempt) =>
  `${who}: ${endpoint.method} ${shorten(path)}${body === null ? '' : ` ${shorten(body.toString('latin1'))}`}`

/** Sends requests to every operation of the contract in turn, most of them spoilt somewhere, and judges the answers. */
export async function fuzz({ url, seed, requests, only }: FuzzOptions): Promise<Outcome> {
  const random = createRandom(seed)
  const world = await createWorld(url)
  const sender = createSender(url)
  const outcome: Outcome = { requests: 0, byStatus: new Map(), findings: [] }
  const [first, end] = only === undefined ? [0, requests] : [only, only + 1]
  for (let number = first; number < end; number++) {
    if (number % FURNISH_EVERY === FURNISH_EVERY - 1) await world.furnish()
    const endpoint = endpoints[number % endpoints.length] as (typeof endpoints)[number]
    const attempt = makeAttempt(endpoint, random.fork(String(number)), world.ids, world.photo)
    const find = (fault: string) =>
      outcome.findings.push({ number, request: shown(attempt), spoilt: attempt.spoilt, fault })
    outcome.requests++
    let reply: Reply
    try {
      reply = await sender.send(attempt, world.credentials(attempt.who))
    } catch (error) {
      find(`no answer: ${(error as Error).message}`)
      continue
    }
    outcome.byStatus.set(reply.status, (outcome.byStatus.get(reply.status) ?? 0) + 1)
    const fault = faultOf(attempt, reply)
    if (reply.status === 401 && attempt.who !== 'stranger') await world.revive()
    if (fault !== null) find(fault)
    else if (reply.status < 300 && !attempt.strayed) world.ids.learn(endpoint, bodyOf(reply))
  }
  sender.close()
  const health = await fetch(`${url}/api/v1/health`).catch(() => null)
  if (!health?.ok) {
    outcome.findings.push({ number: end, request: 'GET /health', spoilt: [], fault: 'the server is gone' })
  }
  return outcome
}
