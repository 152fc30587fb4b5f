import type { Db, Tx } from '../../../platform/db/connect.ts'
import { transact } from '../../../platform/db/transact.ts'
import { enqueue, OUTSIDE } from '../../../platform/jobs/jobs.ts'
import type { Log } from '../../../platform/log/log.ts'
import type { Outcome } from '../../../platform/providers/provider.ts'
import { endDay, noteAnswer, noteFailure, noteTooMuch, takeTurn } from '../../../platform/providers/turns.ts'
import type { Music } from '../../music/feature.ts'
import {
  type Analysis,
  BACK_OFF_MS,
  BETWEEN_MS,
  featuresOf,
  LONGEST_BACK_OFF_MS,
  MOST_SILENT,
  verdictOf,
} from '../rules.ts'

export type DescribeDeps = {
  db: Db
  /** Asks the service for a song by its id at Spotify; null where the operator has no key. */
  ask: ((spotifyId: string) => Promise<Outcome<Analysis>>) | null
  /** Questions of one day, in UTC. */
  mostADay: number
  awaitedSongs: Music['awaitedSongs']
  describeSong: Music['describeSong']
}

/** There is one such job at a time, over all processes, so that no two ask within a second. */
export const KEY = 'describe-song'
const PROVIDER = 'soundnet'
/** Songs that somebody waits for come first; lower is sooner. */
const LATER = 10

/** Enqueues the next question; `silent` are the songs in a row that there was no answer to. */
export const enqueueNext = (tx: Db, silent: number, inMs: number): Promise<void> =>
  enqueue(
    tx,
    'describe-song',
    { silent },
    { key: KEY, queue: OUTSIDE, priority: LATER, runAt: new Date(Date.now() + inMs) },
  )

/**
 * Asks how the next song sounds, and has the one after it asked for a second later. What the service is asked with and
 * what it answers is never shown to a model: it is kept and compared, no more.
 */
export async function describeNext(deps: DescribeDeps, silent: number, log: Log): Promise<void> {
  const { db, ask, mostADay, awaitedSongs, describeSong } = deps
  if (ask === null) return
  // past those without an answer, or one that the service stumbles over would stop all
  const song = (await awaitedSongs(db, silent + 1)).at(silent)
  if (song === undefined) return
  // this job keeps the pace by when it enqueues the next
  if (typeof (await takeTurn(db, PROVIDER, { everyMs: 0, mostADay, withinMs: 0 })) === 'string') return
  const answer = await ask(song.spotifyId)
  const verdict = answer.ok ? 'known' : verdictOf(answer.status)
  if (verdict === 'no_entry') log.error('SoundNet does not take SOUNDNET_KEY; it is asked again tomorrow')
  await transact(db, async (tx: Tx) => {
    if (verdict === 'no_entry') {
      await noteFailure(tx, PROVIDER, 'the key is not taken')
      return endDay(tx, PROVIDER)
    }
    if (verdict === 'too_much') return backOff(tx, silent, answer.ok ? null : answer.retryAfter)
    if (verdict === 'silent') {
      await noteFailure(tx, PROVIDER, 'no answer that can be read')
      if (silent + 1 < MOST_SILENT) await enqueueNext(tx, silent + 1, BACK_OFF_MS)
      return
    }
    await noteAnswer(tx, PROVIDER)
    await describeSong(tx, song.id, answer.ok ? featuresOf(answer.data) : null)
    await enqueueNext(tx, silent, BETWEEN_MS)
  })
}

/** It is asked once more after a while; if that was too early it is too much for today. */
async function backOff(tx: Tx, silent: number, seconds: number | null): Promise<void> {
  const inMs = seconds === null ? BACK_OFF_MS : seconds * 1000
  if ((await noteTooMuch(tx, PROVIDER, 0)) > 1 || inMs > LONGEST_BACK_OFF_MS) await endDay(tx, PROVIDER)
  else await enqueueNext(tx, silent, Math.max(BETWEEN_MS, inMs))
}
