import { createHash } from 'node:crypto'
import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import { sql } from 'kysely'
import type { Db, Tx } from '../db/connect.ts'
import { transact } from '../db/transact.ts'
import type { Actor } from './actor.ts'

/** A success with a status that is not the endpoint's first. */
export class Answer<T> {
  readonly status: number
  readonly body: T
  constructor(status: number, body: T) {
    this.status = status
    this.body = body
  }
}

/** Answers with a status of one's own, such as 200 where 201 is the rule. */
export const answer = <T>(status: number, body: T): Answer<T> => new Answer(status, body)

type Claim = { fingerprint: Buffer; status: number | null; answer: unknown }

/**
 * Runs a write in one transaction. With a key, the answer is stored in that same transaction: of any number of equal
 * requests one does the work, the others wait for it at the unique index and get its answer, also after a crash.
 */
export async function runOnce<T>(
  db: Db,
  actor: Actor | null,
  key: string | undefined,
  fingerprint: string,
  work: (tx: Tx) => Promise<T | Answer<T> | Refusal>,
): Promise<T | Answer<T> | Refusal> {
  if (key === undefined || actor === null) return transact(db, work)
  const hash = createHash('sha256').update(fingerprint).digest()
  return transact<T | Answer<T> | Refusal>(db, async (tx) => {
    const claimed = await sql`insert into idempotency_keys (user_id, key, fingerprint)
      values (${actor.id}, ${key}, ${hash}) on conflict do nothing`.execute(tx)
    if (claimed.numAffectedRows === 0n) return replay<T>(tx, actor.id, key, hash)
    const result = await work(tx)
    if (isRefusal(result)) return result
    const stored = result instanceof Answer ? result : new Answer(0, result)
    await sql`update idempotency_keys set status = ${stored.status}, answer = ${JSON.stringify(stored.body)}
      where user_id = ${actor.id} and key = ${key}`.execute(tx)
    return result
  })
}

/** Empties a field of the answers kept for replays, when the things they tell of are gone for good. */
export async function blankAnswers(
  db: Db,
  field: string,
  gone: readonly { id: string; userId: string | null }[],
): Promise<void> {
  await sql`update idempotency_keys k set answer = jsonb_set(k.answer, array[${field}], '""')
    from unnest(${gone.map(({ userId }) => userId)}::uuid[], ${gone.map(({ id }) => id)}::text[])
      as gone (user_id, id)
    where k.user_id = gone.user_id and k.answer ->> 'id' = gone.id`.execute(db)
}

/** Rewrites those answers kept for replays that hold `part` (as jsonb contains it). */
export async function rewriteAnswers<A>(tx: Tx, part: unknown, rewrite: (answer: A) => A): Promise<void> {
  const found = await sql<{ user_id: string; key: string; answer: A }>`select user_id, key, answer
    from idempotency_keys where answer @> ${JSON.stringify(part)}::jsonb for update`.execute(tx)
  for (const { user_id, key, answer } of found.rows) {
    await sql`update idempotency_keys set answer = ${JSON.stringify(rewrite(answer))}
      where user_id = ${user_id} and key = ${key}`.execute(tx)
  }
}

async function replay<T>(tx: Tx, userId: string, key: string, hash: Buffer): Promise<Answer<T> | Refusal> {
  const found = await sql<Claim>`select fingerprint, status, answer from idempotency_keys
    where user_id = ${userId} and key = ${key}`.execute(tx)
  const [first] = found.rows
  if (first === undefined || !first.fingerprint.equals(hash)) return refuse('idempotency_conflict')
  return new Answer(first.status ?? 0, first.answer as T)
}
