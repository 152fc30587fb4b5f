import { setTimeout as sleep } from 'node:timers/promises'
import {
  BrokenCircuitError,
  type CircuitBreakerPolicy,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhenResult,
} from 'cockatiel'
import pThrottle from 'p-throttle'
import { Agent } from 'undici'
import type { z } from 'zod'
import type { Log } from '../log/log.ts'
import { exchange, type Question, type Reply, type Silence } from './exchange.ts'
import { isOutage, retryAfterOf, waitBefore } from './patience.ts'

const MOST_BYTES = 5 * 1_048_576
/** Questions in a row that find a provider in trouble, and how long it is then left alone. */
const FAILURES = 8
const REST_MS = 10_000

export type ProviderOptions = {
  name: string
  /** What every path is put behind. */
  url: string
  log: Log
  timeoutMs: number
  /** Bytes of an answer beyond which it is not read. */
  mostBytes?: number
  /** Questions there may be in so many milliseconds; null where whoever asks keeps the pace. */
  pace: { most: number; withinMs: number } | null
  /** False where each try counts, so that only whoever asks tries again. */
  repeats?: boolean
  /** True for a refusal that stands however long one waits. */
  isFinal?: (reply: Reply) => boolean
  /** Told what became of each question that was asked. */
  hear?: (answer: Reply | Silence) => void
}

export type Request = {
  method?: Question['method']
  /** Below the provider's address; its parts are encoded by whoever puts them together. */
  path: string
  query?: Record<string, string | number | undefined>
  headers?: Record<string, string>
  /** What logs have in place of a path that holds words of people. */
  pattern?: string
  json?: unknown
  form?: string
  /** A job that may wait for a minute, rather than somebody who looks at a page. */
  patient?: boolean
}

/** What became of a question: what was asked for, or why not. `status` is null where there was no answer. */
export type Outcome<T> =
  | { ok: true; data: T }
  | {
      ok: false
      status: number | null
      reason: Silence['reason'] | 'refused' | 'unreadable'
      /** Seconds the provider asks to wait. */
      retryAfter: number | null
      text: string
    }

export type Provider = {
  /** Asks, as often as it makes sense: only what reads is asked again. */
  send(request: Request): Promise<Reply | Silence>
  /** Asks, and reads the answer by a schema; null where a body is of no interest. An empty body is `undefined`. */
  ask<T>(schema: z.ZodType<T> | null, request: Request): Promise<Outcome<T>>
  /** Lets what is under way end, and asks no more. */
  close(): Promise<void>
}

/** A server elsewhere, asked with manners: at its pace, within bounds, and not at all while it is in trouble. */
export function createProvider(options: ProviderOptions): Provider {
  const { name, log, timeoutMs, mostBytes = MOST_BYTES, pace, hear } = options
  const { repeats = true, isFinal = () => false } = options
  const agent = new Agent({ connections: 16, connect: { timeout: timeoutMs } })
  const closing = new AbortController()
  let closed: Promise<void> | undefined
  const breaker: CircuitBreakerPolicy = circuitBreaker(
    handleWhenResult((answer) => isOutage(answer as Reply | Silence)),
    { halfOpenAfter: REST_MS, breaker: new ConsecutiveBreaker(FAILURES) },
  )
  const { signal } = closing
  const ask = (question: Question) => exchange(agent, question, { timeoutMs, mostBytes })
  const inTurn =
    pace === null ? ask : pThrottle({ limit: pace.most, interval: pace.withinMs, strict: true, signal })(ask)
  // only closing takes a turn away
  const once = (question: Question) =>
    inTurn(question).catch((): Silence => ({ ok: false, reason: 'paused' }))

  const repeatedly = async (question: Question, patient: boolean): Promise<Reply | Silence> => {
    for (let tried = 0; ; tried++) {
      const answer = await once(question)
      if (!repeats || question.method !== 'GET' || (answer.ok && isFinal(answer))) return answer
      const wait = waitBefore(answer, { tried, patient, random: Math.random(), now: Date.now() })
      if (wait === null) return answer
      // closing ends the wait
      const slept = await sleep(wait, true, { signal }).catch(() => false)
      if (!slept) return answer
    }
  }

  const send = async (request: Request): Promise<Reply | Silence> => {
    if (signal.aborted) return { ok: false, reason: 'paused' }
    const question = questionOf(options.url, request)
    const begun = performance.now()
    const answer = await breaker
      .execute(() => repeatedly(question, request.patient ?? false))
      .catch((error: unknown): Silence => {
        if (error instanceof BrokenCircuitError) return { ok: false, reason: 'paused' }
        throw error
      })
    // neither what was asked nor what was answered: both hold secrets and other people's words
    const path = request.pattern ?? question.url.pathname
    const fields = { provider: name, method: question.method, path }
    const ms = Math.round(performance.now() - begun)
    const result = answer.ok ? { status: answer.status } : { reason: answer.reason }
    log[isOutage(answer) ? 'warn' : 'debug']({ ...fields, ...result, ms }, 'asked a provider')
    if (answer.ok || answer.reason !== 'paused') hear?.(answer)
    return answer
  }

  return {
    send,
    async ask(schema, request) {
      const answer = await send(request)
      if (!answer.ok) return { ...answer, status: null, retryAfter: null, text: '' }
      const { status, headers, text } = answer
      const failed = { ok: false, status, retryAfter: retryAfterOf(headers, Date.now()), text } as const
      if (status < 200 || status > 299) return { ...failed, reason: 'refused' }
      const read = schema?.safeParse(jsonOf(text))
      if (read === undefined) return { ok: true, data: undefined as never }
      if (read.success) return { ok: true, data: read.data }
      log.warn(
        {
          provider: name,
          path: request.pattern ?? request.path,
          fields: read.error.issues.map(({ path }) => path.join('.')),
        },
        'a provider answered in another shape',
      )
      return { ...failed, reason: 'unreadable' }
    },
    async close() {
      closing.abort()
      closed ??= agent.close()
      await closed
    },
  }
}

function questionOf(
  base: string,
  { method = 'GET', path, query = {}, headers, json, form }: Request,
): Question {
  const url = new URL(`${base.replace(/\/$/, '')}${path}`)
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) url.searchParams.set(name, String(value))
  const type =
    json !== undefined ? 'application/json' : form !== undefined ? 'application/x-www-form-urlencoded' : null
  return {
    method,
    url,
    headers: { ...(type && { 'content-type': type }), ...headers },
    body: json !== undefined ? JSON.stringify(json) : (form ?? null),
  }
}

function jsonOf(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    // no schema takes it
    return Symbol('no JSON')
  }
}
