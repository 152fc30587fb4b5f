import { setTimeout as sleep } from 'node:timers/promises'
import type { z } from 'zod'
import type { Db } from '../db/connect.ts'
import type { Log } from '../log/log.ts'
import type { Address } from './address.ts'
import type { Answer } from './answer.ts'
import type { Reply, Silence } from './exchange.ts'
import { keep, keyOf, readKept } from './kept.ts'
import { faultOf } from './notes.ts'
import { isOutage, retryAfterOf } from './patience.ts'
import type { Patience } from './ports.ts'
import { createProvider, type Request } from './provider.ts'
import { giveBack, noteAnswer, noteFailure, noteTooMuch, takeTurn } from './turns.ts'

export type PortOptions = {
  db: Db
  log: Log
  timeoutMs: number
  /** Its name among the turns; addresses of one provider may share it. */
  name: string
  url: string
  headers: Record<string, string>
  everyMs: number
  mostADay: number | null
  /** How long answers may be kept (ms); 0 where they may not. */
  keepMs: number
  /** Tries in all, each of which counts. */
  tries: number
  /** True where "you may not" means our key. */
  keyed: boolean
  /** Whether this says that it was too much. */
  isTooMuch?: (reply: Reply) => boolean
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

/** Pages of them are a tenth of it; of brackets alone it is read in a sixth of a second. */
const MOST_BYTES = 1_048_576
/** How long somebody stands in line at most (ms): for a page, and while typing. */
const LINE_MS = 5000
const TYPING_LINE_MS = 1000
/** After trouble of theirs it is asked again within this (ms). */
const JITTER_MS = 250
/** After "too much" it is asked again when it would have been its turn for the fourth time: 2 s at two a second. */
const TURNS_OF_REST = 4
/** Nothing is asked for as long as a provider says (s), and not longer than this. */
const LONGEST_REST_S = 600

/** A server elsewhere that is asked in turn, and whose answers are kept as long as it allows; it never throws for the outside. */
export function createPort(options: PortOptions): Port {
  const { db, log, name, everyMs, mostADay, keepMs, tries, keyed } = options
  const { isTooMuch = ({ status }) => status === 429, isNoKey = () => false } = options
  const provider = createProvider({ ...options, mostBytes: MOST_BYTES, pace: null, repeats: false })
  const closing = new AbortController()
  /** Whether the log has it already that the key is not taken. */
  let told = false
  const underWay = new Map<string, Promise<Answer<unknown>>>()

  /** Takes a turn and asks; what there was none for is an answer, too. */
  async function askOnce(asking: Asking, address: Address): Promise<Reply | Silence | 'spent' | 'late'> {
    const withinMs = asking.patience?.waitMs === undefined ? LINE_MS : TYPING_LINE_MS
    const turn = await takeTurn(db, name, { everyMs, mostADay, withinMs })
    if (typeof turn === 'string') return turn
    const { method, query, json } = asking
    const slept = await sleep(turn, true, { signal: closing.signal }).catch(() => false)
    if (!slept) return 'late'
    return provider.send({
      ...address,
      ...(method && { method }),
      ...(query && { query }),
      ...(json !== undefined && { json }),
      headers: { ...options.headers, ...asking.headers },
    })
  }

  /** Milliseconds until it is asked again; null where this is the last word. */
  function waitAfter(answer: Reply | Silence): number | null {
    const rest = TURNS_OF_REST * everyMs
    if (answer.ok && isTooMuch(answer)) return retryAfterOf(answer.headers, Date.now()) === null ? rest : null
    if (!isOutage(answer) || (!answer.ok && answer.reason !== 'unreachable' && answer.reason !== 'cut_off'))
      return null
    return Math.random() * Math.min(JITTER_MS, rest)
  }

  async function askOutside<T>(schema: z.ZodType<T | null>, asking: Asking, key: Buffer): Promise<Answer<T>> {
    for (let tried = 1; ; tried++) {
      const answer = await askOnce(asking, asking.at as Address)
      if (answer === 'spent') return { result: 'quota' }
      if (answer === 'late') return { result: 'unavailable' }
      const wait = tried < tries ? waitAfter(answer) : null
      if (wait === null) return read(schema, asking, key, answer)
      const slept = await sleep(wait, true, { signal: closing.signal }).catch(() => false)
      if (!slept) return { result: 'unavailable' }
    }
  }

  async function read<T>(
    schema: z.ZodType<T | null>,
    { absent = [404], present = [] }: Asking,
    key: Buffer,
    answer: Reply | Silence,
  ): Promise<Answer<T>> {
    if (!answer.ok) {
      // closing, or it is left alone for a while
      if (answer.reason === 'paused') await giveBack(db, name)
      else await noteFailure(db, name, faultOf(answer))
      return { result: 'unavailable' }
    }
    const { status } = answer
    if (isTooMuch(answer)) {
      const seconds = Math.min(retryAfterOf(answer.headers, Date.now()) ?? 0, LONGEST_REST_S)
      await noteTooMuch(db, name, seconds * 1000)
      return { result: 'quota' }
    }
    if ((keyed && (status === 401 || status === 403)) || isNoKey(answer)) {
      if (!told) log.error({ provider: name, status }, 'a provider does not take our key')
      told = true
      await noteFailure(db, name, `the key is not taken (${status})`)
      return { result: 'needs_key' }
    }
    const here = present.includes(status)
    const nothing = absent.includes(status)
    if (!here && !nothing && (status < 200 || status > 299)) {
      await noteFailure(db, name, faultOf(answer))
      return { result: 'unavailable' }
    }
    const text = nothing ? null : here ? 'true' : answer.text
    const data = readText(schema, text)
    if (data === undefined) {
      log.warn({ provider: name, status }, 'a provider answered in another shape')
      await noteFailure(db, name, 'answered what cannot be read')
      return { result: 'unavailable' }
    }
    told = false
    await noteAnswer(db, name)
    if (keepMs > 0) await keep(db, key, { provider: name, text, ms: keepMs })
    return data === null ? { result: 'empty' } : { result: 'ok', data }
  }

  async function find<T>(schema: z.ZodType<T | null>, asking: Asking, key: Buffer): Promise<Answer<T>> {
    const kept = keepMs > 0 && !asking.fresh ? await readKept(db, key) : undefined
    const data = kept === undefined ? undefined : readText(schema, kept)
    if (data === undefined) return askOutside(schema, asking, key)
    return data === null ? { result: 'empty' } : { result: 'ok', data }
  }

  return {
    async ask<T>(schema: z.ZodType<T | null>, asking: Asking): Promise<Answer<T>> {
      const { at, method = 'GET', query = {}, json = null, headers = {}, fresh = false } = asking
      if (at === null) return { result: 'empty' }
      if (closing.signal.aborted) return { result: 'unavailable' }
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
      closing.abort()
      await Promise.allSettled(underWay.values())
      await provider.close()
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
  const late = sleep(waitMs, { result: 'unavailable' } as const, { signal: done.signal, ref: false }).catch(
    () => ({ result: 'unavailable' }) as const,
  )
  return Promise.race([found, late]).finally(() => done.abort())
}
