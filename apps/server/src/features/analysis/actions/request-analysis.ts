import { ENGINE } from '@sharemyshows/audio/analysis'
import { isRefusal, type Refusal } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'
import { ownRecording } from '../policy.ts'
import { lockAnalysis, queue } from '../store.ts'

/** Under this key a recording has one job, however often it is asked for. */
export const analysisKey = (id: string): string => `analyze-recording:${id}`

/** What nobody waits for gives way to what somebody does; lower comes first. */
const LATER = 10

/** A run that ends by a fault of ours is dear to begin anew. */
const MOST_ATTEMPTS = 3

/** Enqueues the job of a recording whose row is in line. */
export const enqueueAnalysis = (tx: Tx, id: string, later = false): Promise<void> =>
  enqueue(
    tx,
    'analyze-recording',
    { id },
    { key: analysisKey(id), maxAttempts: MOST_ATTEMPTS, ...(later && { priority: LATER }) },
  )

/** Puts a recording in line and enqueues its job. */
async function queueAnalysis(tx: Tx, id: string, later: boolean): Promise<void> {
  await queue(tx, id)
  await enqueueAnalysis(tx, id, later)
}

/**
 * Has a recording of the actor analysed. Asked for twice it is analysed once; one that this engine has analysed already
 * is not, unless `again`. `awaited` tells whether it waits or runs now.
 */
export async function requestAnalysis(
  tx: Tx,
  actor: Actor,
  { audio_id, again }: { audio_id: string; again: boolean },
): Promise<{ awaited: boolean } | Refusal> {
  const id = await ownRecording(tx, actor, audio_id)
  if (isRefusal(id)) return id
  const there = await lockAnalysis(tx, id)
  if (there?.state === 'queued' || there?.state === 'running') return { awaited: true }
  if (there?.state === 'done' && there.version === ENGINE.version && !again) return { awaited: false }
  await queueAnalysis(tx, id, false)
  return { awaited: true }
}

/** Has a recording analysed that has just become ready, unless it was before. */
export async function queueFresh(tx: Tx, id: string): Promise<void> {
  if ((await lockAnalysis(tx, id)) === undefined) await queueAnalysis(tx, id, false)
}

/** The same for what is there already and could be analysed better by now. */
export async function queueStale(tx: Tx, id: string): Promise<void> {
  const there = await lockAnalysis(tx, id)
  if (there?.state !== 'queued' && there?.state !== 'running') await queueAnalysis(tx, id, true)
}
