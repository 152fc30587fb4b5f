import { EventEmitter, once } from 'node:events'
import type { Notices } from './notices.ts'

/** Something that will be there soon, as far as one can see. */
export const PENDING = Symbol('pending')

export type Waiting = {
  /**
   * Looks with `find`, and again after each notice about `id`, until it gives anything but PENDING. PENDING after `ms`
   * milliseconds, when `signal` aborts, and at once when too many wait already.
   */
  until<T>(
    id: string,
    find: () => Promise<T | typeof PENDING>,
    limits: { ms: number; signal: AbortSignal },
  ): Promise<T | typeof PENDING>
}

/** Lets at most `most` requests wait for notices of `topic`, whose payload names the `id` they are about. */
export function createWaiting(notices: Notices, topic: string, most: number): Waiting {
  const bell = new EventEmitter().setMaxListeners(0)
  let waiting = 0
  notices.on<{ id: string }>(topic, ({ id }) => bell.emit(id))
  notices.onGap(() => {
    for (const id of bell.eventNames()) bell.emit(id)
  })

  return {
    async until(id, find, { ms, signal }) {
      const found = await find()
      if (found !== PENDING || waiting >= most) return found
      waiting++
      try {
        return await listen(bell, id, find, AbortSignal.any([signal, AbortSignal.timeout(ms)]))
      } finally {
        waiting--
      }
    },
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
