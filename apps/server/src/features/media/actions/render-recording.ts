import { mkdir, rm } from 'node:fs/promises'
import type { Db } from '../../../platform/db/connect.ts'
import { transact } from '../../../platform/db/transact.ts'
import type { JobContext } from '../../../platform/jobs/jobs.ts'
import type { Progress } from '../../../platform/live/progress.ts'
import type { Storage } from '../../../platform/storage/storage.ts'
import { fault } from '../../../platform/transcode/limits.ts'
import { recogniseRecording } from '../../../platform/transcode/recognise.ts'
import {
  MediaFault,
  type Probe,
  type Source,
  type Transcoder,
} from '../../../platform/transcode/transcoder.ts'
import type { ReadyListener } from '../facts.ts'
import { factsOf } from '../rules.ts'
import { findMedium, lockMedium, type MediumRow } from '../store/media.ts'
import { findRenditions, type RenditionRow, updateFacts } from '../store/recordings.ts'
import { enqueueRendering } from './enqueue-rendering.ts'
import { finishRendering, OUR_FAULT } from './finish-rendering.ts'
import { isWanted, keepRenditions, type Made, Unwanted } from './keep-rendition.ts'
import { createProgress } from './tell-progress.ts'
import { tellShow } from './tell-show.ts'
import { watchWanted } from './watch-wanted.ts'

export type RenderDeps = {
  db: Db
  storage: Storage
  transcoder: Transcoder
  listeners: readonly ReadyListener[]
}
export type RenderContext = Pick<JobContext, 'signal' | 'lastAttempt' | 'log'>

/** What the steps of one recording's rendering work with. */
export type Work = {
  id: string
  transcoder: Transcoder
  source: Source
  probe: Probe
  /** For files on the way; gone afterwards. */
  folder: string
  signal: AbortSignal
  progress: Progress
  /** What an earlier run that was cut off has made. */
  there: ReadonlyMap<string, RenditionRow>
  keep(made: readonly Made[]): Promise<void>
}

const PROBED = 0.02
const FULL_AGAIN_MS = 5 * 60_000

/**
 * Makes the renditions of a recording by `make`, whatever an earlier run left of them. What the file is at fault for
 * ends as failed; any other fault is thrown, so that the job comes again, until the last attempt, which says so.
 */
export async function renderRecording(
  deps: RenderDeps,
  id: string,
  { signal, lastAttempt, log }: RenderContext,
  make: (work: Work) => Promise<void>,
): Promise<void> {
  const { db, storage, transcoder } = deps
  const medium = await findMedium(db, id)
  if (!isWanted(medium)) return
  const wanted = watchWanted(db, id, signal)
  const progress = createProgress(db, medium)
  const folder = await storage.temporary()
  try {
    await mkdir(folder)
    await storage.withFile(medium.storage_key, async (path) => {
      const run = { signal: wanted.signal }
      const found = await recogniseRecording(path)
      if (found === null) throw fault('file_corrupt')
      const source = { path, container: found.container }
      const probe = await transcoder.probe(source, run)
      await keepFacts(db, id, probe)
      progress.reach(PROBED)
      const there = new Map((await findRenditions(db, id)).map((row) => [row.name, row]))
      const keep = (made: readonly Made[]) => keepRenditions(deps, id, made, tellShow)
      await make({ id, transcoder, source, probe, folder, signal: run.signal, progress, there, keep })
    })
    await progress.settled()
    await finishRendering(db, id, { state: 'ready' }, deps.listeners)
  } catch (error) {
    await progress.settled()
    if (signal.aborted) throw error
    if (error instanceof Unwanted || wanted.gone()) return
    await settle(deps, medium, error, { lastAttempt, log })
  } finally {
    wanted.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** What becomes of a recording whose rendering ended by `error`; throws it again when the job is to come again. */
async function settle(
  { db }: RenderDeps,
  medium: MediumRow,
  error: unknown,
  { lastAttempt, log }: Pick<RenderContext, 'lastAttempt' | 'log'>,
): Promise<void> {
  if (error instanceof MediaFault) {
    const { code: failure_code, message: failure } = error
    await finishRendering(db, medium.id, { state: 'failed', failure_code, failure })
  } else if (isFull(error)) {
    log.warn({ err: error }, 'no room for renditions; trying again in five minutes')
    const later = new Date(Date.now() + FULL_AGAIN_MS)
    await transact(db, (tx) => enqueueRendering(tx, medium, later))
  } else {
    if (lastAttempt) await finishRendering(db, medium.id, OUR_FAULT)
    throw error
  }
}

/** Said by the system, by the storage, or by a tool in its own words. */
const isFull = (error: unknown) =>
  ['ENOSPC', 'EDQUOT', 'STORAGE_FULL'].includes((error as { code?: string }).code ?? '') ||
  (error instanceof Error && error.message.includes('No space left'))

/** Writes down what a recording says of itself, and has open pages show it. */
async function keepFacts(db: Db, id: string, probe: Probe): Promise<void> {
  await transact(db, async (tx) => {
    const medium = await lockMedium(tx, id)
    if (!isWanted(medium)) throw new Unwanted('nobody wants this any more')
    await updateFacts(tx, id, factsOf(probe, medium.file_size))
    await tellShow(tx, medium)
  })
}
