import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Db } from '../../../platform/db/connect.ts'
import { LEASE_SECONDS, RENEW_MS } from '../rules.ts'
import { renewLease } from '../store.ts'

/** Ends a writer's bytes for a reason of ours, which is what its client is told if it can still hear. */
export class Interrupted extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.refused)
    this.refusal = refusal
  }
}

export const busy = (): Refusal => refuse('upload_busy', { details: { retry_after: LEASE_SECONDS / 3 } })

export type Lease = {
  writer: string
  /** Throws Interrupted when the lease may be somebody else's by now. */
  check(): void
  /** Lets go: the lease is given back, or lost. */
  end(): void
}

/** Those connections of this process that write to an upload at this moment. */
export type Writers = {
  /** Says again and again that the writer is there, and cuts its connection when it no longer is the one. */
  hold(db: Db, id: string, writer: string, cut: (fault: Error) => void): Lease
  isClosing(): boolean
  /** Cuts them all, and waits until what they brought is kept and their leases are given back. */
  close(): Promise<void>
}

export function createWriters(): Writers {
  const open = new Map<Lease, { cut: (fault: Error) => void; ended: Promise<void> }>()
  let closing = false
  return {
    isClosing: () => closing,
    hold(db, id, writer, cut) {
      const { promise: ended, resolve } = Promise.withResolvers<void>()
      let renewedAt = performance.now()
      let lost = false
      const lose = () => {
        lost = true
        cut(new Interrupted(busy()))
      }
      const renew = async () => {
        const asked = performance.now()
        if (await renewLease(db, id, writer)) renewedAt = asked
        else lose()
      }
      // a database that is away is asked again, as long as the lease runs
      const timer = setInterval(() => void renew().catch(() => {}), RENEW_MS).unref()
      const lease: Lease = {
        writer,
        check() {
          if (lost || performance.now() - renewedAt > LEASE_SECONDS * 1000) throw new Interrupted(busy())
        },
        end() {
          clearInterval(timer)
          open.delete(lease)
          resolve()
        },
      }
      open.set(lease, { cut, ended })
      return lease
    },
    async close() {
      closing = true
      for (const { cut } of open.values()) cut(new Interrupted(refuse('unavailable')))
      await Promise.all([...open.values()].map(({ ended }) => ended))
    },
  }
}
