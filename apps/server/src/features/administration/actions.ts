import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../platform/db/connect.ts'
import type { Actor } from '../../platform/http/actor.ts'
import type { Audit } from '../audit/feature.ts'
import { isThere } from './policy.ts'

/** What this feature asks of accounts. */
export type Accounts = {
  /** Gives a person another role, suspends or reinstates; `by` must be an admin still. */
  changeStanding: (
    tx: Tx,
    by: string,
    userId: string,
    change: Pick<Change, 'role' | 'suspended'>,
  ) => Promise<Refusal | undefined>
  resetMfa: (tx: Tx, by: string, userId: string) => Promise<Refusal | undefined>
  endSessions: (tx: Tx, userId: string) => Promise<string[]>
}

export type Change = { role?: Actor['role'] | undefined; suspended?: boolean | undefined }

/** Changes what somebody may do here. Suspending oneself would be a way to lock the door from outside. */
export async function changeAccount(
  tx: Tx,
  accounts: Accounts,
  actor: Actor,
  userId: string,
  { role, suspended }: Change,
): Promise<Refusal | undefined> {
  if (userId === actor.id && suspended) return refuse('own_person')
  return accounts.changeStanding(tx, actor.id, userId, { role, suspended })
}

/** Signs somebody out on all devices. */
export async function signOut(
  tx: Tx,
  accounts: Accounts,
  audit: Audit,
  actor: Actor,
  userId: string,
): Promise<Refusal | undefined> {
  if (!(await isThere(tx, userId))) return refuse('not_found')
  await accounts.endSessions(tx, userId)
  await audit.record(tx, { actor: actor.id, act: 'sessions_ended', subject: userId })
  return undefined
}

/** Helps somebody who lost every second step. One's own is switched off in the settings, where the session stays. */
export async function resetSecondStep(
  tx: Tx,
  accounts: Accounts,
  actor: Actor,
  userId: string,
): Promise<Refusal | undefined> {
  if (userId === actor.id) return refuse('own_person')
  return accounts.resetMfa(tx, actor.id, userId)
}
