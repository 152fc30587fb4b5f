import { ENGINE } from '@sharemyshows/audio/analysis'
import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Db } from '../../platform/db/connect.ts'
import { row } from '../../platform/db/read.ts'
import type { Actor } from '../../platform/http/actor.ts'
import { opensMedium } from '../../viewer/rule.ts'

/** An audio recording (alias `m`) that the viewer may open: whoever hears it may read what was found in it. */
export const hearable = `m.kind = 'audio' and ${opensMedium('m')}`

/**
 * How far the analysis (alias `a`, or none) of a recording (`m`) is. While the recording is being prepared, its analysis
 * waits; where it cannot be prepared, nor can it be analysed.
 */
export const status = `m.id as audio_id,
  coalesce(a.state, case m.state when 'processing' then 'queued' when 'failed' then 'failed' else 'none' end) as state,
  coalesce(a.progress, 0) as progress,
  case when a.media_id is null then m.failure else a.failure end as failure,
  case when a.media_id is null then m.failure_code else a.failure_code end as failure_code,
  coalesce(a.version < ${ENGINE.version}, false) as outdated, a.analyzed_at`

declare const own: unique symbol
/** The id of a recording that has been found to be the actor's. */
export type OwnRecordingId = string & { readonly [own]: 'recording' }

/** Its owner alone has a recording analysed; whoever may not even hear it learns nothing. */
export async function ownRecording(db: Db, actor: Actor, id: string): Promise<OwnRecordingId | Refusal> {
  const found = await row<{ id: OwnRecordingId; own: boolean }>(
    db,
    `select m.id, m.owner_id = $1::uuid as own from media m where m.id = $2 and ${hearable}`,
    [actor.id, id],
  )
  if (found === undefined) return refuse('not_found')
  return found.own ? found.id : refuse('forbidden')
}
