import { isRefusal, type Refusal } from '@sharemyshows/contract/errors'
import type { Report, ReportTarget } from '@sharemyshows/contract/moderation'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { requireReportable } from '../policy.ts'
import { upsertCase, upsertReport } from '../store.ts'

type Said = { target: ReportTarget; target_id: string } & Pick<Report, 'reason' | 'note'>

/** Reports something to the moderators; while that is open, reporting it again says it anew. */
export async function report(
  tx: Tx,
  actor: Actor,
  { target, target_id, ...said }: Said,
): Promise<{ report: Report; made: boolean } | Refusal> {
  const thing = await requireReportable(tx, actor, target, target_id)
  if (isRefusal(thing)) return thing
  const caseId = await upsertCase(tx, target, target_id, thing)
  const { made, id, reason, note, created_at, updated_at } = await upsertReport(tx, caseId, actor.id, said)
  return { report: { id, target, target_id, reason, note, state: 'open', created_at, updated_at }, made }
}
