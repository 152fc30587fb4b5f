import { EventEmitter, once } from 'node:events'
import type { Notices } from './notices.ts'

/** Something that will be there soon, as far as one can see. */
export const PENDING = Symbol('pending')

export type Waiting = {
  /**
   * Looks with `find`, and again after each notice about `id`, until it gives anything but PENDING. PENDING in the
   * end, when `signal` aborts, and at once when too many wait already.
   */
  until<T>(
    id: string,
    find: () => Promise<T | typeof PENDING>,
    signal: AbortSignal,
  ): Promise<T | typeof PENDING>
  /** Ends all waiting, now and later: the process wants to stop. */
  end(): void
}

/** Lets `most` requests wait, `ms` milliseconds each, for notices of `topic` whose payload names the `id` they concern. */
export function createWaiting(
  notices: Notices,
  topic: string,
  { most, ms }: { most: number; ms: number },
): Waiting {
  const bell = new EventEmitter().setMaxListeners(0)
  const ended = new AbortController()
  let waiting = 0
  notices.on<{ id: string }>(topic, ({ id }) => bell.emit(id))
  notices.onGap(() => {
    for (const id of bell.eventNames()) bell.emit(id)
  })

  return {
    async until(id, find, signal) {
      const found = await find()
      if (found !== PENDING || waiting >= most) return found
      waiting++
      try {
        return await listen(bell, id, find, AbortSignal.any([signal, ended.signal, AbortSignal.timeout(ms)]))
      } finally {
        waiting--
      }
    },
    end: () => ended.abort(),
  }
}

async function listen<T>(
  bell: EventEmitter,
  id: string,
  find: () => Promise<T | typeof PENDING>,
  patience: AbortSignal,
): Promise<T | typeof PENDING> {
  while (!patience.aborted) {
    const done = new AbortController()
    // listens before it looks, so that nothing in between is missed
    const heard = once(bell, id, { signal: AbortSignal.any([patience, done.signal]) }).catch(() => {})
    try {
      const found = await find()
      if (found !== PENDING) return found
      await heard
    } finally {
      done.abort()
    }
  }
  return PENDING
}
