import type { AnalysisStatus } from '@sharemyshows/contract/analysis'
import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Db } from '../../../platform/db/connect.ts'
import { row } from '../../../platform/db/read.ts'
import type { Viewer } from '../../../platform/http/actor.ts'
import { hearable, status } from '../policy.ts'

const text = `select ${status} from media m left join analyses a on a.media_id = m.id
  where m.id = $2 and ${hearable}`

export async function readStatus(db: Db, viewer: Viewer, id: string): Promise<AnalysisStatus | Refusal> {
  return (await row<AnalysisStatus>(db, text, [viewer, id])) ?? refuse('not_found')
}
