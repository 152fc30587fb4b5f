import type { ModerationAction, Report, ReportTarget } from '@sharemyshows/contract/moderation'
import { type Selectable, sql } from 'kysely'
import type { Tx } from '../../platform/db/connect.ts'
import type { Leaver } from '../../platform/db/forget.ts'
import type { Tables } from '../../platform/db/generated/rows.gen.ts'
import { newId } from '../../platform/db/ids.ts'
import type { Reported } from './rules.ts'

type CaseRow = Selectable<Tables['moderation_cases']> & { target: ReportTarget }
type ReportRow = Selectable<Tables['reports']> & { reason: Report['reason'] }

/** The open case of a thing, made with its first report; whoever decides it waits for the transaction. */
export async function upsertCase(
  tx: Tx,
  target: ReportTarget,
  targetId: string,
  { person_id, show_id, excerpt }: Reported,
): Promise<string> {
  const made = await sql<{ id: string }>`
    insert into moderation_cases (id, target, target_id, person_id, show_id, excerpt)
    values (${newId()}, ${target}, ${targetId}, ${person_id}, ${show_id}, ${excerpt})
    on conflict (target, target_id) where decided_at is null do update set updated_at = now()
    returning id`.execute(tx)
  const [{ id } = { id: '' }] = made.rows
  return id
}

/** Writes down what somebody reports; `made` is false when she had before, and says it anew. */
export async function upsertReport(
  tx: Tx,
  caseId: string,
  reporterId: string,
  { reason, note }: Pick<Report, 'reason' | 'note'>,
): Promise<ReportRow & { made: boolean }> {
  const id = newId()
  const written = await sql<ReportRow>`insert into reports (id, case_id, reporter_id, reason, note)
    values (${id}, ${caseId}, ${reporterId}, ${reason}, ${note})
    on conflict (case_id, reporter_id) do update
      set reason = excluded.reason, note = excluded.note, updated_at = now()
    returning *`.execute(tx)
  const report = written.rows[0] as ReportRow
  return { ...report, made: report.id === id }
}

/** A case, for whoever decides it; others wait. */
export async function lockCase(tx: Tx, id: string): Promise<CaseRow | undefined> {
  const found = await tx
    .selectFrom('moderation_cases')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return found as CaseRow | undefined
}

/** Writes the decision down; gives those who reported it. */
export async function markDecided(
  tx: Tx,
  id: string,
  by: string,
  { action, reason }: { action: ModerationAction; reason: string },
): Promise<string[]> {
  await tx
    .updateTable('moderation_cases')
    .set({
      action,
      decision: reason,
      decided_by: by,
      decided_at: sql<string>`now()`,
      updated_at: sql<string>`now()`,
    })
    .where('id', '=', id)
    .execute()
  const reporters = await tx
    .selectFrom('reports')
    .select('reporter_id')
    .where('case_id', '=', id)
    .where('reporter_id', 'is not', null)
    .execute()
  return reporters.flatMap(({ reporter_id }) => reporter_id ?? [])
}

/** Moves what was reported of one show to another; where both were reported the cases become one. */
export async function moveCases(tx: Tx, fromId: string, intoId: string): Promise<void> {
  const both = sql`gone.target = 'show' and gone.target_id = ${fromId} and gone.decided_at is null
    and kept.target = 'show' and kept.target_id = ${intoId} and kept.decided_at is null`
  await sql`update reports r set case_id = kept.id from moderation_cases gone, moderation_cases kept
    where ${both} and r.case_id = gone.id and not exists (select 1 from reports same
      where same.case_id = kept.id and same.reporter_id = r.reporter_id)`.execute(tx)
  await sql`delete from moderation_cases gone using moderation_cases kept where ${both}`.execute(tx)
  await sql`update moderation_cases set target_id = ${intoId}
    where target = 'show' and target_id = ${fromId}`.execute(tx)
  await tx.updateTable('moderation_cases').set({ show_id: intoId }).where('show_id', '=', fromId).execute()
}

/** Takes a person's words out of what was reported of her and by her, and her name out of what others wrote. */
export async function blankWords(
  tx: Tx,
  { id: personId, username }: Pick<Leaver, 'id' | 'username'>,
): Promise<void> {
  await tx
    .updateTable('moderation_cases')
    .set({ excerpt: '', decision: sql`case when decision is not null then '' end` })
    .where('person_id', '=', personId)
    .execute()
  // what others say of her may name her
  await sql`update reports r set note = '' from moderation_cases k
    where k.id = r.case_id and k.person_id = ${personId}`.execute(tx)
  await tx.updateTable('reports').set({ note: '' }).where('reporter_id', '=', personId).execute()
  const name = `@${username.replaceAll(/[^\p{L}\p{N}]/gu, '\\$&')}(?![[:alnum:]_.-])`
  await sql`update moderation_cases set excerpt = regexp_replace(excerpt, ${name}, 'deleted user', 'gi')
    where excerpt ~* ${name}`.execute(tx)
}
