import type { Connection, Provider } from '@sharemyshows/contract/connections'
import type { Db } from '../../platform/db/connect.ts'
import { row } from '../../platform/db/read.ts'
import { endOf } from './rules.ts'

const kept = `
  select account_name, scopes, access_token, ended_at, connected_at
    from linked_accounts where person_id = $1 and provider = $2`

type Kept = {
  account_name: string | null
  scopes: string[]
  access_token: Buffer
  ended_at: string | null
  connected_at: string
}

/** Her account at a provider; `opens` says whether its tokens can still be read. */
export async function readConnection(
  db: Db,
  personId: string,
  provider: Provider,
  configured: boolean,
  opens: (personId: string, accessToken: Buffer) => boolean,
): Promise<Connection> {
  const found = await row<Kept>(db, kept, [personId, provider])
  if (found === undefined) {
    const none = { account_name: null, scopes: [], connected_at: null, ends_at: null }
    return { provider, configured, state: 'none', ...none }
  }
  const { account_name, scopes, access_token, ended_at, connected_at } = found
  const ended = ended_at !== null || !opens(personId, access_token)
  return {
    provider,
    configured,
    state: ended ? 'reconnect' : 'connected',
    account_name,
    scopes,
    connected_at,
    ends_at: ended ? null : endOf(connected_at),
  }
}
