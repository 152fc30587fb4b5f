import { type Selectable, sql } from 'kysely'
import type { Tx } from '../../platform/db/connect.ts'
import type { Tables } from '../../platform/db/generated/rows.gen.ts'

export type TieRow = Selectable<Tables['relationships']>

/**
 * Until the transaction ends nobody else changes what these two are to each other: both asking at once, or one asking
 * while the other blocks, come one after the other.
 */
export async function lockPair(tx: Tx, oneId: string, otherId: string): Promise<void> {
  const pair = [oneId, otherId].sort().join(' and ')
  await sql`select pg_advisory_xact_lock(hashtextextended(${`ties of ${pair}`}, 0))`.execute(tx)
}

/** The requests and the friendship of two people, by who is first in it. */
export async function readFriendship(
  tx: Tx,
  oneId: string,
  otherId: string,
): Promise<{ ofOne: TieRow | undefined; ofOther: TieRow | undefined }> {
  const found = await tx
    .selectFrom('relationships')
    .selectAll()
    .where('kind', '=', 'friend')
    .where('from_id', 'in', [oneId, otherId])
    .where('to_id', 'in', [oneId, otherId])
    .execute()
  const of = (id: string) => found.find((tie) => tie.from_id === id)
  return { ofOne: of(oneId), ofOther: of(otherId) }
}

/** Takes a person's turn, and gives how many of her requests nobody has said yes to. */
export async function countOpen(tx: Tx, personId: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`requests of ${personId}`}, 0))`.execute(tx)
  const { open } = await tx
    .selectFrom('relationships')
    .select(({ fn }) => fn.countAll<number>().as('open'))
    .where('from_id', '=', personId)
    .where('kind', '=', 'friend')
    .where('state', 'in', ['pending', 'rejected'])
    .executeTakeFirstOrThrow()
  return open
}

/** Gives the new request's id. */
export async function insertRequest(
  tx: Tx,
  fromId: string,
  toId: string,
  state: 'pending' | 'rejected',
): Promise<string> {
  const made = await tx
    .insertInto('relationships')
    .values({ from_id: fromId, to_id: toId, kind: 'friend', state })
    .returning('id')
    .executeTakeFirstOrThrow()
  return made.id
}

/** Makes two people friends. Gives the ids of both rows: that of the first towards the other comes first. */
export async function befriend(tx: Tx, oneId: string, otherId: string): Promise<[string, string]> {
  const made = await sql<{
    id: string
    from_id: string
  }>`insert into relationships (from_id, to_id, kind, state)
    values (${oneId}::uuid, ${otherId}::uuid, 'friend', 'accepted'), (${otherId}, ${oneId}, 'friend', 'accepted')
    on conflict (from_id, to_id, kind) do update set state = 'accepted', updated_at = now()
    returning id, from_id`.execute(tx)
  const [first, second] = made.rows
  if (first === undefined || second === undefined) throw new Error('a friendship of fewer than two')
  return first.from_id === oneId ? [first.id, second.id] : [second.id, first.id]
}

export async function updateState(tx: Tx, id: string, state: 'rejected' | 'withdrawn'): Promise<void> {
  await tx.updateTable('relationships').set({ state, updated_at: sql`now()` }).where('id', '=', id).execute()
}

export async function deleteRequest(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('relationships').where('id', '=', id).where('kind', '=', 'friend').execute()
}

/** What there is in both directions between two people. */
const between = (tx: Tx, oneId: string, otherId: string) =>
  tx
    .deleteFrom('relationships')
    .where('from_id', 'in', [oneId, otherId])
    .where('to_id', 'in', [oneId, otherId])

/** Ends a friendship; false when there was none. */
export async function deleteFriendship(tx: Tx, oneId: string, otherId: string): Promise<boolean> {
  const gone = await between(tx, oneId, otherId)
    .where('kind', '=', 'friend')
    .where('state', '=', 'accepted')
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}

/** Ends whatever joins two people, in both directions; false when nothing did. */
export async function deleteTies(tx: Tx, oneId: string, otherId: string): Promise<boolean> {
  const gone = await between(tx, oneId, otherId).where('kind', '<>', 'block').executeTakeFirst()
  return gone.numDeletedRows > 0n
}

/** Takes a person's turn, and gives how many people she follows. */
export async function countFollowed(tx: Tx, personId: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`follows of ${personId}`}, 0))`.execute(tx)
  const { followed } = await tx
    .selectFrom('relationships')
    .select(({ fn }) => fn.countAll<number>().as('followed'))
    .where('from_id', '=', personId)
    .where('kind', '=', 'follow')
    .executeTakeFirstOrThrow()
  return followed
}

/** Has one person follow or block another. Gives the row's id; undefined when it was so already. */
export async function insertTie(
  tx: Tx,
  kind: 'follow' | 'block',
  fromId: string,
  toId: string,
): Promise<string | undefined> {
  const added = await tx
    .insertInto('relationships')
    .values({ from_id: fromId, to_id: toId, kind })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return added?.id
}

/** False when there was none. */
export async function deleteTie(
  tx: Tx,
  kind: 'follow' | 'block',
  fromId: string,
  toId: string,
): Promise<boolean> {
  const gone = await tx
    .deleteFrom('relationships')
    .where('from_id', '=', fromId)
    .where('to_id', '=', toId)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return gone.numDeletedRows === 1n
}
