import type { Provider } from '@sharemyshows/contract/connections'
import { isRefusal } from '@sharemyshows/contract/errors'
import type { Db, Tx } from '../../../platform/db/connect.ts'
import { isUniqueViolation, transact } from '../../../platform/db/transact.ts'
import type { Outcome } from '../../../platform/providers/provider.ts'
import { isSignInFault } from '../../../platform/providers/spotify/sign-in.ts'
import type { SpotifyMe } from '../../../platform/providers/spotify/spotify.ts'
import { type Ending, leadingTo, PAGE } from '../rules.ts'
import * as store from '../store.ts'
import { type BeginDeps, hashState, verifierOf } from './begin-connection.ts'
import { sealed } from './tokens.ts'

/** Lets go of what came from an account that is no longer this person's here. */
export type Dropped = (tx: Tx, personId: string) => Promise<unknown>

export type EndDeps = BeginDeps & {
  db: Db
  /** Whose account an access token opens. */
  readMe: (accessToken: string) => Promise<Outcome<SpotifyMe>>
  dropped: readonly Dropped[]
}

/** What a browser came back with. */
export type Back = { code?: string | undefined; state?: string | undefined; error?: string | undefined }
export type Ended = { ending: Ending; path: string }

/** The address of the page that says how it went. */
export const leadOn = ({ ending, path }: Ended): string => leadingTo(path, { connection: ending })

/** The same, saying it in older words, too. */
export const leadOnInOldWords = ({ ending, path }: Ended): string =>
  leadingTo(path, {
    connection: ending,
    ...(ending === 'connected' ? { linked: 'spotify' } : { error: ending }),
  })

/**
 * Ends what somebody began: only she, once, within ten minutes, with the code for the very address it was asked for. The
 * state is out of use before anybody elsewhere is asked.
 */
export async function endRequest(
  deps: EndDeps | null,
  personId: string | null,
  provider: Provider,
  { code, state, error }: Back,
): Promise<Ended> {
  const expired: Ended = { ending: 'expired', path: PAGE }
  if (deps === null) return { ending: 'failed', path: PAGE }
  if (personId === null || state === undefined) return expired
  const hash = hashState(state)
  const request = await transact(deps.db, async (tx) => ({
    taken: await store.takeRequest(tx, personId, provider, hash),
  }))
  if (isRefusal(request) || request.taken === undefined) return expired
  const { stands, verifier: kept, redirect_uri, return_to: path } = request.taken
  const verifier = deps.seal.open(verifierOf(personId, hash), kept)?.toString()
  if (!stands || verifier === undefined || redirect_uri !== deps.redirectUri)
    return { ending: 'expired', path }
  if (code === undefined) return { ending: error === 'access_denied' ? 'refused' : 'failed', path }
  return {
    ending: await connect(deps, personId, provider, { redirectUri: redirect_uri, code, verifier }),
    path,
  }
}

async function connect(
  { db, seal, signIn, readMe, dropped }: EndDeps,
  personId: string,
  provider: Provider,
  back: { redirectUri: string; code: string; verifier: string },
): Promise<Ending> {
  const tokens = await signIn.redeem(back)
  if (isSignInFault(tokens)) return 'failed'
  const me = await readMe(tokens.access)
  if (!me.ok) return 'failed'
  try {
    await transact(db, async (tx) => {
      const before = await store.lockAccount(tx, personId, provider)
      // another account of hers: what came from the former is not in this one
      if (before !== undefined && before.external_id !== me.data.id)
        for (const drop of dropped) await drop(tx, personId)
      await store.upsertAccount(tx, personId, provider, {
        external_id: me.data.id,
        account_name: me.data.name,
        scopes: tokens.scopes ?? [],
        refresh_token: null,
        ...sealed(seal, personId, tokens),
      })
    })
    return 'connected'
  } catch (error) {
    if (isUniqueViolation(error)) return 'taken'
    throw error
  }
}
