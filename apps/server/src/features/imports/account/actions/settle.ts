import { isRefusal, problems, type Refusal } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../../platform/db/connect.ts'
import type { Bringing, Brought } from '../../kinds.ts'

/** What was begun is rolled back, and the row fails. */
class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.refused)
    this.refusal = refusal
  }
}

/** Settles a row; a refusal leaves nothing but its reason behind. */
export async function settleOrFail(
  { settle }: Pick<Bringing, 'settle'>,
  field: string,
  work: (tx: Tx) => Promise<Brought | Refusal>,
): Promise<void> {
  try {
    await settle(async (tx) => {
      const done = await work(tx)
      if (isRefusal(done)) throw new Refused(done)
      return done
    })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    await settle(async () => failed(field, error.refusal))
  }
}

/** What a refusal says, of a row. */
export const failed = (field: string, { refused, message, errors }: Refusal): Brought => ({
  outcome: 'failed',
  problems: [{ field, message: errors?.[0]?.message ?? message ?? problems[refused][1] }],
})

/** What is there, as it was found or made. */
export const brought = ({ id, isNew }: { id: string; isNew: boolean }, made?: object): Brought => ({
  outcome: isNew ? 'added' : 'present',
  madeId: id,
  ...(made !== undefined && { made }),
})
