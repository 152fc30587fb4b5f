import type { Provider } from '@sharemyshows/contract/connections'
import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import { bulkhead } from 'cockatiel'
import type { Db } from '../../../platform/db/connect.ts'
import { transact } from '../../../platform/db/transact.ts'
import { isSignInFault, type SignIn, type Tokens } from '../../../platform/providers/spotify/sign-in.ts'
import type { Seal } from '../../../platform/secrets/seal.ts'
import { EARLY_MS } from '../rules.ts'
import * as store from '../store.ts'

/** Each renewal holds a connection to the database while a server elsewhere answers. */
const AT_ONCE = 4

/** What a token is sealed for: nobody else, and nothing else of hers. */
const of = (personId: string, kind: 'access' | 'refresh') => `${personId} ${kind}`

/** Tokens as they are kept. */
export const sealed = (seal: Seal, personId: string, { access, refresh, expiresAt }: Tokens) => ({
  access_token: seal.close(of(personId, 'access'), access),
  access_expires_at: expiresAt.toISOString(),
  ...(refresh !== null && { refresh_token: seal.close(of(personId, 'refresh'), refresh) }),
})

/** True while the tokens of this row can be read: not once the server's secret was changed. */
export const opens = (seal: Seal, personId: string, accessToken: Buffer): boolean =>
  seal.open(of(personId, 'access'), accessToken) !== null

export type TokensDeps = { db: Db; seal: Seal; signIn: SignIn }

export type AccessTokens = {
  /** A token of hers that is good, or why there is none; `refused` is one that was not taken. */
  of(personId: string, refused?: string): Promise<string | Refusal>
}

/** Tokens of a provider, renewed where they have to be: once at a time for a person, over all processes. */
export function createAccessTokens(provider: Provider, { db, seal, signIn }: TokensDeps): AccessTokens {
  const renewing = new Map<string, Promise<string | Refusal>>()
  const few = bulkhead(AT_ONCE, Number.POSITIVE_INFINITY)

  /** The kept token while it is good. */
  const current = (personId: string, row: store.AccountRow, refused?: string): string | null | Refusal => {
    if (row.ended_at !== null) return refuse('provider_reconnect')
    const token = seal.open(of(personId, 'access'), row.access_token)?.toString()
    if (token === undefined) return refuse('provider_reconnect')
    return token !== refused && Date.parse(row.access_expires_at) - EARLY_MS > Date.now() ? token : null
  }

  const renew = async (personId: string, refused?: string): Promise<string | Refusal> => {
    const result = await transact(db, async (tx) => {
      const row = await store.lockAccount(tx, personId, provider)
      if (row === undefined) return refuse('provider_not_connected')
      // whoever held the row before may have renewed it
      const kept = current(personId, row, refused)
      if (kept !== null) return kept
      const old = row.refresh_token && seal.open(of(personId, 'refresh'), row.refresh_token)
      const given = old ? await signIn.refresh(old.toString()) : 'refused'
      if (given === 'unavailable') return refuse('provider_unavailable')
      if (isSignInFault(given)) {
        await store.endAccount(tx, personId, provider)
        return { ended: true }
      }
      const scopes = given.scopes === null ? {} : { scopes: given.scopes }
      await store.updateAccount(tx, personId, provider, { ...sealed(seal, personId, given), ...scopes })
      return given.access
    })
    // a refusal would have undone the note of it
    return typeof result === 'string' || isRefusal(result) ? result : refuse('provider_reconnect')
  }

  return {
    async of(personId, refused) {
      const row = await store.findAccount(db, personId, provider)
      if (row === undefined) return refuse('provider_not_connected')
      const kept = current(personId, row, refused)
      if (kept !== null) return kept
      const begun = renewing.get(personId)
      if (begun !== undefined) return begun
      const renewal = few.execute(() => renew(personId, refused)).finally(() => renewing.delete(personId))
      renewing.set(personId, renewal)
      return renewal
    },
  }
}
