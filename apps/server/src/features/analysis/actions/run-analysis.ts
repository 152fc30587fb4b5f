import { type Analysis, ENGINE } from '@sharemyshows/audio/analysis'
import type { Db, Tx } from '../../../platform/db/connect.ts'
import { newId } from '../../../platform/db/ids.ts'
import type { Notices } from '../../../platform/db/notices.ts'
import { transact } from '../../../platform/db/transact.ts'
import type { JobContext } from '../../../platform/jobs/jobs.ts'
import { followProgress } from '../../../platform/live/progress.ts'
import type { Storage } from '../../../platform/storage/storage.ts'
import { runThread, ThreadOverflow, ThreadTimeout } from '../../../platform/threads/run.ts'
import { fault } from '../../../platform/transcode/limits.ts'
import { recogniseRecording } from '../../../platform/transcode/recognise.ts'
import { MediaFault, type Sound, type Transcoder } from '../../../platform/transcode/transcoder.ts'
import { announceStatus, type FoundListener } from '../facts.ts'
import { labelsOf, packEmbedding } from '../rules.ts'
import { type Begun, begin, type Failure, fail, finish, release, writeProgress } from '../store.ts'
import type { AnalysisTask } from './analysis-thread.ts'
import { watchRun } from './watch-run.ts'

export type AnalysisDeps = {
  db: Db
  notices: Notices
  storage: Storage
  transcoder: Transcoder
  /** The weights of the tagging model, or null where there is none. */
  model: () => Promise<Uint8Array | null>
  /** Has the open pages of a recording's show read its media again. */
  tellShow: (tx: Tx, id: string) => Promise<void>
  /** Hears that something was found. */
  heard: FoundListener
}

/** What an owner is told of a fault that is ours. */
export const OUR_FAULT: Failure = {
  failure_code: 'internal',
  failure: 'This could not be analysed, which is no fault of the file. Try again.',
}

/**
 * Analyses a recording and keeps what is found; what was found before stays until then. What the file is at fault for
 * ends as failed; any other fault is thrown, so that the job comes again, until the last attempt, which says so.
 */
export async function runAnalysis(
  deps: AnalysisDeps,
  id: string,
  { signal, lastAttempt }: Pick<JobContext, 'signal' | 'lastAttempt'>,
): Promise<void> {
  const { db } = deps
  const begun = await begin(db, id, newId(), ENGINE.version)
  if (begun === undefined) return
  const wanted = watchRun(deps, begun, signal)
  const progress = followProgress(async (share) => {
    await writeProgress(db, begun, share)
    await announceStatus(db, begun.owner_id, id, 'running', share)
  })
  try {
    const found = await analyse(deps, begun, wanted.signal, progress.reach)
    await progress.settled()
    await keep(deps, begun, found)
  } catch (error) {
    await progress.settled()
    // whoever comes next begins it anew
    if (signal.aborted) throw error
    if (wanted.gone()) return await release(db, begun)
    const failure = failureOf(error)
    if (failure !== null || lastAttempt) await failRun(db, begun, failure ?? OUR_FAULT)
    if (failure === null) throw error
  } finally {
    wanted.stop()
  }
}

const analyse = (
  { storage, transcoder, model }: AnalysisDeps,
  { storage_key }: Begun,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<Analysis> =>
  storage.withFile(storage_key, async (path) => {
    const recording = await recogniseRecording(path)
    if (recording === null) throw fault('file_corrupt')
    const sound = await transcoder.channels({ path, container: recording.container }, { signal })
    return inThread(sound, await model(), signal, onProgress)
  })

const THREAD = new URL('./analysis-thread.ts', import.meta.url)
/** MB of JavaScript's memory; samples, spectra and the model lie beside it, and stay small. */
const MOST_HEAP = 256
/** Milliseconds: the end of four hours of recording takes a while in which nothing is said. */
const MOST_SILENCE = 15 * 60_000

const inThread = (
  { sampleRate, duration, blocks }: Sound,
  model: Uint8Array | null,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<Analysis> => {
  const task: AnalysisTask = { sampleRate, duration, model }
  const bounds = { silence: MOST_SILENCE, heap: MOST_HEAP }
  return runThread<Analysis>(THREAD, task, { blocks, signal, onProgress, ...bounds })
}

/** What the owner is told when the file is at fault; null when it is not. */
function failureOf(error: unknown): Failure | null {
  const tooMuch = error instanceof ThreadTimeout || error instanceof ThreadOverflow
  const cause = tooMuch ? fault('too_demanding') : error
  return cause instanceof MediaFault ? { failure: cause.message, failure_code: cause.code } : null
}

async function keep({ db, tellShow, heard }: AnalysisDeps, begun: Begun, analysis: Analysis): Promise<void> {
  // a place of its own, and far larger than all that is read in lists
  const { embedding, ...result } = analysis
  await transact(db, async (tx) => {
    const { engine, version, model, tempo, key, time_signature, description } = analysis
    const isKept = await finish(tx, begun, {
      ...{ engine, version, model, time_signature, description },
      bpm: tempo.bpm,
      tonic: key.tonic,
      mode: key.mode,
      loudness: analysis.loudness_lufs,
      energy: analysis.energy.value,
      danceability: analysis.danceability.value,
      valence: analysis.valence.value,
      labels: labelsOf(analysis),
      embedding: embedding && packEmbedding(embedding),
      result: JSON.stringify(result),
    })
    if (!isKept) return
    await announceStatus(tx, begun.owner_id, begun.id, 'done', 1)
    await tellShow(tx, begun.id)
    await heard(tx, begun.id)
  })
}

async function failRun(db: Db, begun: Begun, failure: Failure): Promise<void> {
  await transact(db, async (tx) => {
    if (!(await fail(tx, begun, failure))) return
    await announceStatus(tx, begun.owner_id, begun.id, 'failed', 0, failure.failure)
  })
}
