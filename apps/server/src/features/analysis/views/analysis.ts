import type { Analysis, AnalysisStatus } from '@sharemyshows/contract/analysis'
import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Db } from '../../../platform/db/connect.ts'
import { row } from '../../../platform/db/read.ts'
import type { Viewer } from '../../../platform/http/actor.ts'
import { hearable, status } from '../policy.ts'
import { refuseUnfound } from '../rules.ts'

const text = `select ${status}, a.result from media m left join analyses a on a.media_id = m.id
  where m.id = $2 and ${hearable}`

type Row = AnalysisStatus & { result: Omit<Analysis, 'audio_id' | 'analyzed_at'> | null }

/** What was found in a recording last, whatever became of later runs. */
export async function readAnalysis(db: Db, viewer: Viewer, id: string): Promise<Analysis | Refusal> {
  const found = await row<Row>(db, text, [viewer, id])
  if (found === undefined) return refuse('not_found')
  const { result, analyzed_at, ...status } = found
  if (result !== null && analyzed_at !== null) return { ...result, audio_id: id, analyzed_at }
  return refuseUnfound(status)
}
