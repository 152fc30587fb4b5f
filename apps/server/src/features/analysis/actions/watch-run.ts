import type { Db } from '../../../platform/db/connect.ts'
import type { Notices } from '../../../platform/db/notices.ts'
import { ENDED } from '../facts.ts'
import { type Begun, isWanted } from '../store.ts'

const LOOK_EVERY_MS = 3000

/** A signal that also aborts when a run is cancelled, its recording deleted, or another one takes its place. */
export function watchRun(
  { db, notices }: { db: Db; notices: Notices },
  begun: Begun,
  signal: AbortSignal,
): { signal: AbortSignal; gone(): boolean; stop(): void } {
  const gone = new AbortController()
  const look = async () => {
    // a database that is away for a moment says nothing about the recording
    const still = await isWanted(db, begun).catch(() => true)
    if (!still) gone.abort()
  }
  const looking = setInterval(look, LOOK_EVERY_MS)
  const forget = notices.on<{ id: string }>(ENDED, ({ id }) => {
    if (id === begun.id) look()
  })
  return {
    signal: AbortSignal.any([signal, gone.signal]),
    gone: () => gone.signal.aborted,
    stop: () => {
      clearInterval(looking)
      forget()
    },
  }
}
