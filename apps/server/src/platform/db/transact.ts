import { isRefusal, type Refusal } from '@sharemyshows/contract/errors'
import type { Db, Tx } from './connect.ts'

class RolledBack extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super('rolled back')
    this.refusal = refusal
  }
}

const afterwards = new WeakMap<object, (() => void)[]>()

/** Has something done in this process once the transaction commits, and never if it does not. */
export function afterCommit(tx: Tx, work: () => void): void {
  afterwards.set(tx, [...(afterwards.get(tx) ?? []), work])
}

const SERIALIZATION_FAILURE = '40001'
const DEADLOCK = '40P01'
const UNIQUE_VIOLATION = '23505'
const TRIES = 4

/** True for the error of a row that a unique index refused. */
export const isUniqueViolation = (error: unknown): boolean =>
  (error as { code?: string }).code === UNIQUE_VIOLATION

/**
 * Runs `work` in one transaction. A returned refusal rolls everything back and is given to the caller; deadlocks are
 * tried again, so `work` must have no effect outside the transaction.
 */
export async function transact<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T | Refusal> {
  for (let tried = 1; ; tried++) {
    try {
      let done: (() => void)[] = []
      const result = await db.transaction().execute(async (tx) => {
        const given = await work(tx)
        if (isRefusal(given)) throw new RolledBack(given)
        done = afterwards.get(tx) ?? []
        return given
      })
      for (const act of done) act()
      return result
    } catch (error) {
      if (error instanceof RolledBack) return error.refusal
      const code = (error as { code?: string }).code
      if ((code === DEADLOCK || code === SERIALIZATION_FAILURE) && tried < TRIES) continue
      throw error
    }
  }
}
