import { sql } from 'kysely'
import pg from 'pg'
import type { Log } from '../log/log.ts'
import type { Db } from './connect.ts'

const CHANNEL = 'sharemyshows'

/**
 * Tells every process something once the transaction commits, and never if it does not. A payload is small: ids,
 * not contents (PostgreSQL's limit is 8,000 bytes).
 */
export async function notify(db: Db, topic: string, payload: unknown): Promise<void> {
  await notifyEach(db, topic, [payload])
}

/** The same for many payloads, in one query. */
export async function notifyEach(db: Db, topic: string, payloads: readonly unknown[]): Promise<void> {
  const texts = payloads.map((payload) => JSON.stringify({ topic, payload }))
  await sql`select pg_notify(${CHANNEL}, text) from unnest(${texts}::text[]) text`.execute(db)
}

type Listener = (payload: never) => void

/** Hears the notices of all processes on a connection of its own, and takes it up again when it breaks. */
export class Notices {
  private readonly listeners = new Map<string, Set<Listener>>()
  private readonly gaps = new Set<() => void>()
  private readonly url: string
  private readonly log: Log
  private client: pg.Client | null = null
  private closed = false

  constructor(url: string, log: Log) {
    this.url = url
    this.log = log
  }

  /** Calls `listener` for each notice of `topic`; the returned function ends that. */
  on<Payload>(topic: string, listener: (payload: Payload) => void): () => void {
    const set = this.listeners.get(topic) ?? new Set()
    this.listeners.set(topic, set.add(listener as Listener))
    return () => set.delete(listener as Listener)
  }

  /** Calls `listener` whenever notices may have been missed, so that caches can be dropped. */
  onGap(listener: () => void): void {
    this.gaps.add(listener)
  }

  async start(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      connectionTimeoutMillis: 2000,
      keepAlive: true,
    })
    client.on('notification', ({ payload }) => this.hear(payload ?? '{}'))
    client.on('error', () => {})
    client.on('end', () => this.reconnect(client))
    await client.connect()
    await client.query(`listen ${CHANNEL}`)
    this.client = client
    for (const gap of this.gaps) gap()
  }

  async close(): Promise<void> {
    this.closed = true
    await this.client?.end().catch(() => {})
  }

  private hear(text: string): void {
    const { topic, payload } = JSON.parse(text) as { topic: string; payload: never }
    for (const listener of this.listeners.get(topic) ?? []) listener(payload)
  }

  private reconnect(broken: pg.Client): void {
    if (this.closed || (this.client !== null && this.client !== broken)) return
    this.client = null
    for (const gap of this.gaps) gap()
    setTimeout(() => {
      if (this.closed) return
      this.start().catch((error) => {
        this.log.warn({ error: error.message }, 'the database cannot be listened to; trying again')
        this.reconnect(broken)
      })
    }, 250).unref()
  }
}
