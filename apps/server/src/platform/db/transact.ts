import { isRefusal, type Refusal } from '@sharemyshows/contract/errors'
import type { Db, Tx } from './connect.ts'

class RolledBack extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super('rolled back')
    this.refusal = refusal
  }
}

const SERIALIZATION_FAILURE = '40001'
const DEADLOCK = '40P01'
const TRIES = 4

/**
 * Runs `work` in one transaction. A returned refusal rolls everything back and is given to the caller; deadlocks are
 * tried again, so `work` must have no effect outside the transaction.
 */
export async function transact<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T | Refusal> {
  for (let tried = 1; ; tried++) {
    try {
      return await db.transaction().execute(async (tx) => {
        const result = await work(tx)
        if (isRefusal(result)) throw new RolledBack(result)
        return result
      })
    } catch (error) {
      if (error instanceof RolledBack) return error.refusal
      const code = (error as { code?: string }).code
      if ((code === DEADLOCK || code === SERIALIZATION_FAILURE) && tried < TRIES) continue
      throw error
    }
  }
}
