import { createHash } from 'node:crypto'
import type { Provider } from '@sharemyshows/contract/connections'
import { type Refusal, refuseField } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { SignIn } from '../../../platform/providers/spotify/sign-in.ts'
import type { Seal } from '../../../platform/secrets/seal.ts'
import { pathOfOurs, REQUEST_SECONDS } from '../rules.ts'
import * as store from '../store.ts'

export type BeginDeps = { seal: Seal; signIn: SignIn; redirectUri: string }

/** What is kept of a state: whoever reads the database cannot come back with it. */
export const hashState = (state: string): Buffer => createHash('sha256').update(state).digest()

/** What the verifier of a request is sealed for. */
export const verifierOf = (personId: string, stateHash: Buffer) => `${personId} ${stateHash.toString('hex')}`

/** Begins to connect an account: gives the address where its owner agrees, or does not. */
export async function beginConnection(
  tx: Tx,
  { seal, signIn, redirectUri }: BeginDeps,
  personId: string,
  provider: Provider,
  returnTo: string,
): Promise<string | Refusal> {
  const path = pathOfOurs(returnTo)
  if (path === null) return refuseField('return_to', 'Name a path of this site, such as /mood.')
  const { url, state, verifier } = await signIn.depart(redirectUri)
  const stateHash = hashState(state)
  await store.insertRequest(tx, {
    state_hash: stateHash,
    person_id: personId,
    provider,
    verifier: seal.close(verifierOf(personId, stateHash), verifier),
    redirect_uri: redirectUri,
    return_to: path,
    seconds: REQUEST_SECONDS,
  })
  return url
}
