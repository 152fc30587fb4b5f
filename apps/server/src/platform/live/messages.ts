import { type ProblemCode, problems, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Ack, LiveProblem } from '@sharemyshows/contract/live'
import type { z } from 'zod'
import type { Actor } from '../http/actor.ts'
import type { Log } from '../log/log.ts'

/** Who sent a message, and what it may have the server do for its socket. */
export type Asker = {
  actor: Actor
  watch: (kind: string, id: string) => Promise<Refusal | undefined>
  unwatch: (kind: string, id: string) => Promise<undefined>
}

export type Message = {
  schema: z.ZodType
  act: (asker: Asker, payload: never) => Promise<Refusal | undefined>
}

/** What pages may say, by name. */
export type Messages = Record<string, Message>

/** Declares a message: its shape, and what it does. */
export const message = <Schema extends z.ZodType>(
  schema: Schema,
  act: (asker: Asker, payload: z.output<Schema>) => Promise<Refusal | undefined>,
): Message => ({ schema, act })

/** A page that comes back says again all it watches: so many at once, and so many a second after that. */
const BURST = 100
const A_SECOND = 10
/** Whoever goes on after so many refusals is no page of ours. */
const MOST_REFUSED = 200

/** The part of a socket that is needed to hear and to answer. */
type Wire = {
  onAny: (listener: (name: unknown, ...rest: unknown[]) => void) => unknown
  emit: (event: 'error', problem: LiveProblem) => unknown
  disconnect: (close: true) => unknown
}

/**
 * Answers the messages of one socket: each is held to its schema and counted, and whatever arrives, the connection is
 * the worst that can come to an end.
 */
export function hearMessages(wire: Wire, messages: ReadonlyMap<string, Message>, asker: Asker, log: Log) {
  const mayPass = createAllowance()
  let refused = 0
  wire.onAny(async (name, ...rest) => {
    const ack = rest.at(-1)
    const answer = (said: Ack) => (typeof ack === 'function' ? ack(said) : undefined)
    const deny = (refusal: Refusal, loud: boolean) => {
      const error = problemOf(refusal)
      answer({ ok: false, error })
      if (loud || typeof ack !== 'function') wire.emit('error', error)
    }
    if (!mayPass()) {
      if (++refused > MOST_REFUSED) return wire.disconnect(true)
      return deny(refuse('rate_limited'), true)
    }
    const known = messages.get(String(name))
    if (known === undefined) return deny(refuse('malformed_request', { message: 'No such message.' }), true)
    const payload = known.schema.safeParse(rest[0])
    if (!payload.success) return deny(refuse('validation_failed'), true)
    try {
      const refusal = await known.act(asker, payload.data as never)
      return refusal === undefined ? answer({ ok: true }) : deny(refusal, false)
    } catch (error) {
      log.error({ err: error, live: String(name) }, 'a live message failed')
      return deny(refuse('internal_error'), false)
    }
  })
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
