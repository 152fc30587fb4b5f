import type { Provider } from '@sharemyshows/contract/connections'
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/connect.ts'

export type AccountRow = {
  external_id: string
  scopes: string[]
  access_token: Buffer
  refresh_token: Buffer | null
  access_expires_at: string
  ended_at: string | null
}

export type RequestRow = { verifier: Buffer; redirect_uri: string; return_to: string; expires_at: string }

type Account = {
  external_id: string
  account_name: string
  scopes: string[]
  access_token: Buffer
  refresh_token: Buffer | null
  access_expires_at: string
}

/** Keeps a connection that was begun, and no longer those that ran out. */
export async function insertRequest(
  tx: Tx,
  request: Omit<RequestRow, 'expires_at'> & {
    state_hash: Buffer
    person_id: string
    provider: Provider
    seconds: number
  },
): Promise<void> {
  const { seconds, ...row } = request
  await tx.deleteFrom('connection_requests').where('expires_at', '<', sql<string>`now()`).execute()
  await tx
    .insertInto('connection_requests')
    .values({ ...row, expires_at: sql`now() + make_interval(secs => ${seconds})` })
    .execute()
}

/** Takes a connection that was begun out of use; undefined where this person began none of that state. */
export const takeRequest = (
  tx: Tx,
  personId: string,
  provider: Provider,
  stateHash: Buffer,
): Promise<(RequestRow & { stands: boolean }) | undefined> =>
  tx
    .deleteFrom('connection_requests')
    .where('state_hash', '=', stateHash)
    .where('person_id', '=', personId)
    .where('provider', '=', provider)
    .returning([
      'verifier',
      'redirect_uri',
      'return_to',
      'expires_at',
      sql<boolean>`expires_at > now()`.as('stands'),
    ])
    .executeTakeFirst()

const columns = [
  'external_id',
  'scopes',
  'access_token',
  'refresh_token',
  'access_expires_at',
  'ended_at',
] as const

const one = (db: Db, personId: string, provider: Provider) =>
  db.selectFrom('linked_accounts').where('person_id', '=', personId).where('provider', '=', provider)

export const findAccount = (db: Db, personId: string, provider: Provider): Promise<AccountRow | undefined> =>
  one(db, personId, provider).select(columns).executeTakeFirst()

/** The same, held until the transaction ends: whoever else would change it waits, in this process or another. */
export const lockAccount = (tx: Tx, personId: string, provider: Provider): Promise<AccountRow | undefined> =>
  one(tx, personId, provider).select(columns).forUpdate().executeTakeFirst()

/** Connects an account, or connects it anew. */
export async function upsertAccount(
  tx: Tx,
  personId: string,
  provider: Provider,
  account: Account,
): Promise<void> {
  const fresh = { ended_at: null, connected_at: sql<string>`now()`, updated_at: sql<string>`now()` }
  await tx
    .insertInto('linked_accounts')
    .values({ person_id: personId, provider, ...account })
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'provider']).doUpdateSet({ ...account, ...fresh }),
    )
    .execute()
}

export async function updateAccount(
  tx: Tx,
  personId: string,
  provider: Provider,
  change: Partial<Pick<AccountRow, 'scopes' | 'access_token' | 'refresh_token' | 'access_expires_at'>>,
): Promise<void> {
  await tx
    .updateTable('linked_accounts')
    .set({ ...change, updated_at: sql`now()` })
    .where('person_id', '=', personId)
    .where('provider', '=', provider)
    .execute()
}

/** Notes that its person has to agree again; the tokens are good for nothing and go. */
export async function endAccount(tx: Tx, personId: string, provider: Provider): Promise<void> {
  await tx
    .updateTable('linked_accounts')
    .set({
      ended_at: sql`coalesce(ended_at, now())`,
      access_token: Buffer.alloc(0),
      refresh_token: null,
      updated_at: sql`now()`,
    })
    .where('person_id', '=', personId)
    .where('provider', '=', provider)
    .execute()
}

export async function deleteAccount(tx: Tx, personId: string, provider: Provider): Promise<void> {
  for (const table of ['linked_accounts', 'connection_requests'] as const)
    await tx.deleteFrom(table).where('person_id', '=', personId).where('provider', '=', provider).execute()
}
