import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { Audit } from '../../audit/feature.ts'
import { requestWords, type Words } from '../mails.ts'
import { findAdmins, isChosenFreely } from '../policy.ts'
import { insertRequest } from '../store.ts'

/** What this feature asks of others. */
export type Deciding = {
  audit: Audit
  home: string
  /** Gives a person another role, at once and everywhere. */
  changeRole: (tx: Tx, userId: string, role: 'organizer') => Promise<void>
  /** Mails a person a notice. */
  tell: (tx: Tx, userIds: readonly string[], words: Words) => Promise<void>
}

/** Writes down that a person wants to organise, and tells those who decide. Undefined when she has asked already. */
export async function request(
  tx: Tx,
  { audit, home, tell }: Deciding,
  person: { id: string; username: string },
  message: string | null,
): Promise<true | undefined> {
  const made = await insertRequest(tx, person.id, message)
  if (made === undefined) return undefined
  await audit.record(tx, { actor: person.id, act: 'organizer_requested' })
  await tell(tx, await findAdmins(tx), requestWords(person.username, home))
  return true
}

/** Asks to be an organiser; where people choose that themselves, it is so at once. */
export async function ask(
  tx: Tx,
  deciding: Deciding,
  actor: Actor,
  message: string | null,
): Promise<Refusal | undefined> {
  if (actor.role !== 'attendee') return refuse('already_organizer')
  if (!(await isChosenFreely(tx))) {
    return (await request(tx, deciding, actor, message)) === undefined ? refuse('request_pending') : undefined
  }
  await insertRequest(tx, actor.id, message, true)
  await deciding.changeRole(tx, actor.id, 'organizer')
  await deciding.audit.record(tx, { actor: actor.id, act: 'organizer_granted', subject: actor.id })
  return undefined
}
