import { setTimeout as sleep } from 'node:timers/promises'
import type { z } from 'zod'
import type { Address } from './address.ts'
import type { Answer } from './answer.ts'
import type { Reply, Silence } from './exchange.ts'
import { keep, keyOf, readKept } from './kept.ts'
import { createLine, type LineOptions } from './line.ts'
import { faultOf } from './notes.ts'
import { retryAfterOf } from './patience.ts'
import type { Patience } from './ports.ts'
import type { Request } from './provider.ts'
import { noteAnswer, noteFailure, noteTooMuch } from './turns.ts'

export type PortOptions = Omit<LineOptions, 'isTooMuch'> & {
  headers: Record<string, string>
  /** How long answers may be kept (ms); 0 where they may not. */
  keepMs: number
  /** True where "you may not" means our key. */
  keyed: boolean
  isTooMuch?: LineOptions['isTooMuch']
  /** Whether this, too, says that the key is not taken. */
  isNoKey?: (reply: Reply) => boolean
}

export type Asking = Pick<Request, 'method' | 'query' | 'json'> & {
  /** Null where nothing can be found. */
  at: Address | null
  /** Besides those of the port, where the answer depends on them. */
  headers?: Record<string, string>
  /** Statuses that say that there is no such thing. */
  absent?: readonly number[]
  /** Statuses that are all there is to read. */
  present?: readonly number[]
  patience?: Patience | undefined
  /** Asks whatever is kept. */
  fresh?: boolean
}

export type Port = {
  /** Asks, and reads the answer by a schema, which gives null for one that holds nothing. */
  ask<T>(schema: z.ZodType<T | null>, asking: Asking): Promise<Answer<T>>
  close(): Promise<void>
}

/** How long somebody stands in line at most (ms): for a page, and while typing. */
const LINE_MS = 5000
const TYPING_LINE_MS = 1000
/** Nothing is asked for as long as a provider says (s), and not longer than this. */
const LONGEST_REST_S = 600

const unavailable = { result: 'unavailable' } as const
const told = <T>(data: T | null): Answer<T> => (data === null ? { result: 'empty' } : { result: 'ok', data })

/** A server elsewhere that is asked in turn, and whose answers are kept as long as it allows; it never throws for the outside. */
export function createPort(options: PortOptions): Port {
  const { db, log, name, keepMs, keyed } = options
  const { isTooMuch = ({ status }) => status === 429, isNoKey = () => false } = options
  const line = createLine({ ...options, isTooMuch })
  /** Whether the log has it already that the key is not taken. */
  let isLogged = false
  const underWay = new Map<string, Promise<Answer<unknown>>>()

  async function fail(what: string): Promise<typeof unavailable> {
    await noteFailure(db, name, what)
    return unavailable
  }

  /** What an answer without anything to read means; null where there is something. */
  async function refusalIn(
    answer: Reply | Silence,
  ): Promise<Exclude<Answer<never>, { result: 'ok' }> | null> {
    // nobody was asked
    if (!answer.ok) return answer.reason === 'paused' ? unavailable : fail(faultOf(answer))
    const { status, headers } = answer
    if (isTooMuch(answer)) {
      const seconds = Math.min(retryAfterOf(headers, Date.now()) ?? 0, LONGEST_REST_S)
      await noteTooMuch(db, name, seconds * 1000)
      return { result: 'quota' }
    }
    if (!(keyed && (status === 401 || status === 403)) && !isNoKey(answer)) return null
    if (!isLogged) log.error({ provider: name, status }, 'a provider does not take our key')
    isLogged = true
    await noteFailure(db, name, `the key is not taken (${status})`)
    return { result: 'needs_key' }
  }

  async function read<T>(
    schema: z.ZodType<T | null>,
    { absent = [404], present = [] }: Asking,
    key: Buffer,
    { status, text }: Reply,
  ): Promise<Answer<T>> {
    const isHere = present.includes(status)
    const isAbsent = absent.includes(status)
    if (!isHere && !isAbsent && (status < 200 || status > 299)) return fail(`answered ${status}`)
    const said = isAbsent ? null : isHere ? 'true' : text
    const data = readText(schema, said)
    if (data === undefined) {
      log.warn({ provider: name, status }, 'a provider answered in another shape')
      return fail('answered what cannot be read')
    }
    isLogged = false
    await noteAnswer(db, name)
    if (keepMs > 0) await keep(db, key, { provider: name, text: said, ms: keepMs })
    return told(data)
  }

  async function find<T>(schema: z.ZodType<T | null>, asking: Asking, key: Buffer): Promise<Answer<T>> {
    const kept = keepMs > 0 && !asking.fresh ? await readKept(db, key) : undefined
    const known = kept === undefined ? undefined : readText(schema, kept)
    if (known !== undefined) return told(known)
    const { at, patience, absent: _absent, present: _present, fresh: _fresh, ...request } = asking
    const headers = { ...options.headers, ...asking.headers }
    const withinMs = patience?.waitMs === undefined ? LINE_MS : TYPING_LINE_MS
    const answer = await line.ask({ ...request, ...(at as Address), headers }, withinMs)
    if (typeof answer === 'string') return { result: answer === 'spent' ? 'quota' : 'unavailable' }
    return (await refusalIn(answer)) ?? read(schema, asking, key, answer as Reply)
  }

  return {
    async ask<T>(schema: z.ZodType<T | null>, asking: Asking): Promise<Answer<T>> {
      const { at, method = 'GET', query = {}, json = null, headers = {}, fresh = false } = asking
      if (at === null) return { result: 'empty' }
      if (line.isClosed()) return unavailable
      const key = keyOf(options.url, method, at.path, query, json, headers)
      const flight = `${fresh} ${key.toString('hex')}`
      let found = underWay.get(flight) as Promise<Answer<T>> | undefined
      if (found === undefined) {
        found = find(schema, asking, key).finally(() => underWay.delete(flight))
        underWay.set(flight, found)
      }
      return within(found, asking.patience?.waitMs)
    },
    async close() {
      const closed = line.close()
      await Promise.allSettled(underWay.values())
      await closed
    },
  }
}

/** What a text says; null where it says that there is nothing, undefined where it cannot be read. */
function readText<T>(schema: z.ZodType<T | null>, text: string | null): T | null | undefined {
  if (text === null) return null
  try {
    return schema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** The answer, or that there was none in time; it still comes, and is kept. */
async function within<T>(found: Promise<Answer<T>>, waitMs: number | undefined): Promise<Answer<T>> {
  if (waitMs === undefined) return found
  const done = new AbortController()
  const late = sleep(waitMs, unavailable, { signal: done.signal, ref: false }).catch(() => unavailable)
  return Promise.race([found, late]).finally(() => done.abort())
}
