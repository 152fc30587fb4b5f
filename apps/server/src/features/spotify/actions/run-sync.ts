import { isRefusal, type Refusal } from '@sharemyshows/contract/errors'
import type { Db, Tx } from '../../../platform/db/connect.ts'
import { transact } from '../../../platform/db/transact.ts'
import type { JobContext } from '../../../platform/jobs/jobs.ts'
import { MOST_SAVED, type SpotifyPage } from '../../../platform/providers/spotify/spotify.ts'
import type { Connections } from '../../connections/feature.ts'
import type { Music } from '../../music/feature.ts'
import type { Soundnet } from '../../soundnet/feature.ts'
import { announceSync } from '../facts.ts'
import { afterRefusal, OUR_FAULT, songsOf } from '../rules.ts'
import { end, lock, lockOf, moveOn, putOff, type Sync, takeUp } from '../store.ts'
import { enqueuePage } from './request-sync.ts'

export type SyncDeps = {
  db: Db
  spotifyFor: Connections['spotifyFor']
  takeSongs: Music['takeSongs']
  /** Has somebody asked how the new songs sound. */
  beginAsking: Soundnet['beginAsking']
}

/**
 * Fetches the next page of somebody's songs. A fault of ours is thrown, so that the job comes again, until the last
 * attempt, which ends the sync.
 */
export async function runSync(
  deps: SyncDeps,
  personId: string,
  { lastAttempt }: Pick<JobContext, 'lastAttempt'>,
): Promise<void> {
  try {
    await fetchPage(deps, personId)
  } catch (error) {
    if (lastAttempt) await transact(deps.db, (tx) => failSync(tx, personId, OUR_FAULT))
    throw error
  }
}

/**
 * The page's songs, the place behind it and the job of the page after it are one transaction: whoever comes after a crash
 * goes on exactly there. Nothing waits in here; what has to is put off by the job's time.
 */
async function fetchPage(deps: SyncDeps, personId: string): Promise<void> {
  const { db, spotifyFor } = deps
  const sync = await takeUp(db, personId)
  if (sync === undefined) return
  const spotify = await spotifyFor(personId)
  const page = isRefusal(spotify)
    ? spotify
    : await spotify.savedTracks(sync.at, Math.min(MOST_SAVED, sync.most - sync.at))
  await transact(db, async (tx) => {
    const now = await lock(tx, sync.id)
    // cancelled or disconnected, or another run was quicker
    if (now === undefined || now.at !== sync.at) return
    if (isRefusal(page)) await turnAfter(tx, now, page)
    else await keepPage(deps, tx, now, page)
  })
}

async function keepPage(deps: SyncDeps, tx: Tx, sync: Sync, page: SpotifyPage): Promise<void> {
  const { takeSongs, beginAsking } = deps
  const added = await takeSongs(tx, sync.person_id, songsOf(page))
  const at = sync.at + page.entries
  const total = Math.min(page.total, sync.most)
  const isTold = await moveOn(tx, sync.id, { at, total, added })
  if (at >= total || page.entries === 0) {
    await end(tx, sync.id, 'done')
    await beginAsking(tx)
    return announceSync(tx, sync.person_id, { ...sync, state: 'done', at, total })
  }
  await enqueuePage(tx, sync.person_id)
  if (isTold) await announceSync(tx, sync.person_id, { ...sync, state: 'running', at, total })
}

async function turnAfter(tx: Tx, sync: Sync, refusal: Refusal): Promise<void> {
  const turn = afterRefusal(refusal, sync.tries)
  if ('fails' in turn) return fail(tx, sync, turn.fails)
  const resumesAt = await putOff(tx, sync.id, turn)
  await enqueuePage(tx, sync.person_id, resumesAt)
  await announceSync(tx, sync.person_id, { ...sync, state: 'waiting' }, turn.message)
}

async function fail(tx: Tx, sync: Sync, message: string): Promise<void> {
  await end(tx, sync.id, 'failed', message)
  await announceSync(tx, sync.person_id, { ...sync, state: 'failed' }, message)
}

/** Ends what is under way of a person as failed. */
export async function failSync(tx: Tx, personId: string, message: string): Promise<void> {
  const sync = await lockOf(tx, personId)
  if (sync !== undefined) await fail(tx, sync, message)
}
