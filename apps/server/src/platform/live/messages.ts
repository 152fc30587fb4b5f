import type { LimitClass } from '@sharemyshows/contract/endpoint'
import { isRefusal, type ProblemCode, problems, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Ack, LiveProblem } from '@sharemyshows/contract/live'
import type { z } from 'zod'
import type { Actor } from '../http/actor.ts'
import { refuseUnstorable } from '../http/json.ts'
import type { Limiter } from '../http/limits.ts'
import { refusalOf } from '../http/problem.ts'
import type { Log } from '../log/log.ts'

/** What a message brought besides a yes: what the answer says, and what follows it. */
export class Done {
  readonly answer: object
  readonly afterwards: () => void
  constructor(answer: object, afterwards: () => void = () => {}) {
    this.answer = answer
    this.afterwards = afterwards
  }
}
type Outcome = Refusal | Done | undefined

/** Who sent a message, and what it may have the server do for its page. */
export type Asker = {
  actor: Actor
  watch: (kind: string, id: string) => Promise<Refusal | undefined>
  join: (kind: string, id: string, after?: number) => Promise<Refusal | { last: number; enter: () => void }>
  /** Ends watching, or takes a page out that joined. */
  quit: (kind: string, id: string) => undefined
}

export type Message = {
  schema: z.ZodType
  act: (asker: Asker, payload: never) => Promise<Outcome>
  limit?: LimitClass | undefined
}

/** What pages may say, by name. */
export type Messages = Record<string, Message>

/** Declares a message: its shape, what it does, and how often a person may do that on all her pages. */
export const message = <Schema extends z.ZodType>(
  schema: Schema,
  act: (asker: Asker, payload: z.output<Schema>) => Promise<Outcome>,
  limit?: LimitClass,
): Message => ({ schema, act, limit })

/** A page that comes back says again all it watches: so many at once, and so many a second after that. */
const BURST = 100
const A_SECOND = 10
/** Whoever goes on after so many refusals is no page of ours. */
const MOST_REFUSED = 200

/** More than this may not wait for its turn. */
const MOST_WAITING = 1000

/** The part of a connection that is needed to hear and to answer. */
export type Wire = {
  onAny: (listener: (name: unknown, ...rest: unknown[]) => void) => unknown
  emit: (event: 'error', problem: LiveProblem) => unknown
  disconnect: (close: true) => unknown
}

export type Hearing = {
  messages: ReadonlyMap<string, Message>
  limiter: Limiter
  rateLimits: boolean
  log: Log
}

/**
 * Answers the messages of one page, one after the other: each is held to its schema and counted, and whatever arrives,
 * the connection is the worst that can come to an end.
 */
export function hearMessages(wire: Wire, asker: Asker, hearing: Hearing): void {
  const mayPass = hearing.rateLimits ? createAllowance() : () => true
  let refused = 0
  let waiting = 0
  let turn: Promise<unknown> = Promise.resolve()
  wire.onAny((name, ...rest) => {
    const ack = rest.at(-1)
    const answer = (said: Ack<object>) => (typeof ack === 'function' ? ack(said) : undefined)
    const deny = (refusal: Refusal, loud: boolean) => {
      const error = problemOf(refusal)
      answer({ ok: false, error })
      if (loud || typeof ack !== 'function') wire.emit('error', error)
    }
    if (!mayPass() || waiting >= MOST_WAITING) {
      if (++refused > MOST_REFUSED) return wire.disconnect(true)
      return deny(refuse('rate_limited'), true)
    }
    waiting++
    const hear = async () => {
      const { outcome, loud } = await judge(asker, hearing, String(name), rest[0])
      waiting--
      if (isRefusal(outcome)) return deny(outcome, loud)
      answer({ ok: true, ...outcome?.answer })
      outcome?.afterwards()
    }
    turn = turn.then(hear).catch((err) => hearing.log.error({ err }, 'a live message was not answered'))
  })
}

async function judge(
  asker: Asker,
  { messages, limiter, log }: Hearing,
  name: string,
  given: unknown,
): Promise<{ outcome: Outcome; loud: boolean }> {
  const wrong = (refusal: Refusal) => ({ outcome: refusal, loud: true })
  const known = messages.get(name)
  if (known === undefined) return wrong(refuse('malformed_request', { message: 'No such message.' }))
  const payload = known.schema.safeParse(given)
  if (!payload.success) return wrong(refuse('validation_failed'))
  const unstorable = refuseUnstorable(payload.data)
  if (unstorable !== null) return wrong(unstorable)
  try {
    const wait = known.limit === undefined ? null : await limiter(known.limit, asker.actor.id)
    if (wait !== null) return { outcome: refuse('rate_limited'), loud: false }
    return { outcome: await known.act(asker, payload.data as never), loud: false }
  } catch (error) {
    const expected = refusalOf(error as Error)
    if (expected === null) log.error({ err: error, live: name }, 'a live message failed')
    return { outcome: expected ?? refuse('internal_error'), loud: false }
  }
}

const problemOf = ({ refused, message }: Refusal): { code: ProblemCode; message: string } => ({
  code: refused,
  message: message ?? problems[refused][1],
})

/** A bucket that empties by one a message and fills again with time. */
function createAllowance(): () => boolean {
  let left = BURST
  let last = performance.now()
  return () => {
    const now = performance.now()
    left = Math.min(BURST, left + ((now - last) / 1000) * A_SECOND)
    last = now
    if (left < 1) return false
    left--
    return true
  }
}
