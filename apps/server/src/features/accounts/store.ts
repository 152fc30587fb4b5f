import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '../../platform/db/connect.ts'
import type { Tables } from '../../platform/db/generated/rows.gen.ts'
import { inSeconds, REFRESH_IDLE_SECONDS } from './rules.ts'

export type UserRow = Selectable<Tables['users']>

export const insertUser = (tx: Tx, user: Insertable<Tables['users']>): Promise<UserRow | undefined> =>
  tx
    .insertInto('users')
    .values(user)
    .onConflict((c) => c.doNothing())
    .returningAll()
    .executeTakeFirst()

export async function updateUser(tx: Tx, id: string, change: Updateable<Tables['users']>): Promise<void> {
  const set = { ...change, updated_at: new Date().toISOString() }
  await tx.updateTable('users').set(set).where('id', '=', id).execute()
}

/** Names the picture a person shows, null for none, and gives the one she showed before. */
export async function replaceAvatar(tx: Tx, id: string, avatar: string | null): Promise<string | null> {
  const before = await tx
    .selectFrom('users')
    .select('avatar')
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  await updateUser(tx, id, { avatar })
  return before?.avatar ?? null
}

/** By e-mail when it looks like one, else by username; case is ignored. Whoever is being removed is not there any more. */
export const findByIdentifier = (db: Db, identifier: string): Promise<UserRow | undefined> =>
  db
    .selectFrom('users')
    .selectAll()
    .where(identifier.includes('@') ? 'email' : 'username', '=', identifier)
    .where((w) => w.or([w('leaves_at', 'is', null), w('leaves_at', '>', new Date().toISOString())]))
    .executeTakeFirst()

export const findUser = (db: Db, id: string): Promise<UserRow | undefined> =>
  db.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst()

export const findUsers = (db: Db, ids: readonly string[]): Promise<UserRow[]> =>
  ids.length === 0 ? Promise.resolve([]) : db.selectFrom('users').selectAll().where('id', 'in', ids).execute()

/** Locks the person, so that what is decided about her is decided one after the other. */
export const lockUser = (tx: Tx, id: string): Promise<UserRow | undefined> =>
  tx.selectFrom('users').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** Holds the person as she is until the transaction ends, if this is still the hash of her password. */
export const lockUserWith = (tx: Tx, id: string, password_hash: string): Promise<UserRow | undefined> =>
  tx
    .selectFrom('users')
    .selectAll()
    .where('id', '=', id)
    .where('password_hash', '=', password_hash)
    .forShare()
    .executeTakeFirst()

/** Replaces the password that was `former`; false when it no longer is. */
export async function replacePassword(
  tx: Tx,
  id: string,
  former: string,
  password_hash: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('users')
    .set({ password_hash, updated_at: new Date().toISOString() })
    .where('id', '=', id)
    .where('password_hash', '=', former)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const insertSession = async (tx: Tx, session: Insertable<Tables['sessions']>): Promise<void> => {
  await tx.insertInto('sessions').values(session).execute()
}

export const insertAccessToken = async (
  tx: Tx,
  token: Insertable<Tables['access_tokens']>,
): Promise<void> => {
  await tx.insertInto('access_tokens').values(token).execute()
}

export const insertRefreshToken = async (
  tx: Tx,
  token: Insertable<Tables['refresh_tokens']>,
): Promise<void> => {
  await tx.insertInto('refresh_tokens').values(token).execute()
}

/** The session behind a live access token. */
export const findAccess = (db: Db, hash: Buffer) =>
  db
    .selectFrom('access_tokens as t')
    .innerJoin('sessions as s', 's.id', 't.session_id')
    .innerJoin('users as u', 'u.id', 's.user_id')
    .select(['u.id', 'u.username', 'u.role', 's.id as session_id', 's.last_used_at'])
    .select((select) => select.fn<string>('least', ['t.expires_at', 's.expires_at']).as('expires_at'))
    .where('t.hash', '=', hash)
    .where('t.expires_at', '>', new Date().toISOString())
    .where('s.expires_at', '>', new Date().toISOString())
    .where('u.suspended_at', 'is', null)
    .executeTakeFirst()

/** Locks the refresh token, so that two exchanges happen one after the other. */
export const lockRefresh = (tx: Tx, hash: Buffer) =>
  tx
    .selectFrom('refresh_tokens as t')
    .innerJoin('sessions as s', 's.id', 't.session_id')
    .select(['t.session_id', 't.expires_at', 't.used_at', 's.user_id', 's.expires_at as session_expires_at'])
    .where('t.hash', '=', hash)
    .forUpdate()
    .executeTakeFirst()

export async function markRefreshUsed(tx: Tx, hash: Buffer, sessionId: string): Promise<void> {
  const now = new Date().toISOString()
  await tx
    .updateTable('refresh_tokens')
    .set({ used_at: now })
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .execute()
  await tx.updateTable('sessions').set({ last_used_at: now }).where('id', '=', sessionId).execute()
}

/** Sessions that can still be used, the last used first. */
export const liveSessions = (db: Db, userId: string) =>
  db
    .selectFrom('sessions')
    .selectAll()
    .where('user_id', '=', userId)
    .where('expires_at', '>', new Date().toISOString())
    .where('last_used_at', '>', inSeconds(-REFRESH_IDLE_SECONDS))
    .orderBy('last_used_at', 'desc')
    .orderBy('id', 'desc')
    .execute()

/** Notes that a session was used. */
export async function touchSession(db: Db, id: string): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ last_used_at: new Date().toISOString() })
    .where('id', '=', id)
    .execute()
}

/** Ends sessions of a person; their tokens go with them. Gives the ids that were there. */
export async function deleteSessions(
  tx: Tx,
  userId: string,
  { only, except }: { only?: string; except?: string },
): Promise<string[]> {
  const gone = await tx
    .deleteFrom('sessions')
    .where('user_id', '=', userId)
    .$if(only !== undefined, (q) => q.where('id', '=', only ?? ''))
    .$if(except !== undefined, (q) => q.where('id', '<>', except ?? ''))
    .returning('id')
    .execute()
  return gone.map((row) => row.id)
}

/** Forgets accounts that began with two-step sign-in before this time and never came back with the first code. */
export async function deleteUnproven(tx: Tx, before: string): Promise<void> {
  await tx
    .deleteFrom('users')
    .where('awaits_first_code', '=', true)
    .where('created_at', '<', before)
    .execute()
}

/** Forgets what has run out: access tokens, sessions nobody refreshed, answers kept for replays. */
export async function deleteExpired(tx: Tx): Promise<void> {
  const now = new Date()
  const idle = new Date(now.getTime() - REFRESH_IDLE_SECONDS * 1000)
  const day = new Date(now.getTime() - 86_400_000)
  await tx.deleteFrom('access_tokens').where('expires_at', '<', now.toISOString()).execute()
  await tx
    .deleteFrom('sessions')
    .where((w) => w.or([w('expires_at', '<', now.toISOString()), w('last_used_at', '<', idle.toISOString())]))
    .execute()
  await tx.deleteFrom('idempotency_keys').where('created_at', '<', day.toISOString()).execute()
}
