import type { AuditAct, AuditDetails } from '@sharemyshows/contract/audit'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/connect.ts'
import { newId } from '../../platform/db/ids.ts'

/** A line of the trail; `actor` is null for what the server itself does, or somebody who is not signed in. */
export type NewEvent = {
  actor: string | null
  act: AuditAct
  subject?: string
  /** Small facts; never a secret, an address or a code. */
  details?: AuditDetails
}

/** Adds a line, with the transaction it tells about. */
export async function insertEvent(tx: Tx, { actor, act, subject, details = {} }: NewEvent): Promise<void> {
  await tx
    .insertInto('audit_events')
    .values({
      id: newId(),
      act,
      actor_id: actor,
      subject_id: subject ?? null,
      details: JSON.stringify(details),
    })
    .execute()
}

/** Takes a person out of the trail: what she did and what was done to her stays, under a pseudonym. */
export async function pseudonymise(tx: Tx, userId: string, pseudonym: string): Promise<void> {
  await sql`update audit_events set actor_id = null, actor_pseudonym = ${pseudonym}
    where actor_id = ${userId}`.execute(tx)
  await sql`update audit_events set subject_id = null, subject_pseudonym = ${pseudonym}
    where subject_id = ${userId}`.execute(tx)
}
