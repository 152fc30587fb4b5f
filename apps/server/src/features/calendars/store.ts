import type { Tx } from '../../platform/db/connect.ts'

export type FeedRow = { created_at: string; updated_at: string }

/** Keeps the hash of a feed's token; a former one is no longer known. */
export const upsertFeed = (tx: Tx, personId: string, hash: Buffer): Promise<FeedRow> =>
  tx
    .insertInto('calendar_feeds')
    .values({ person_id: personId, token_hash: hash })
    .onConflict((conflict) =>
      conflict.column('person_id').doUpdateSet({ token_hash: hash, updated_at: new Date().toISOString() }),
    )
    .returning(['created_at', 'updated_at'])
    .executeTakeFirstOrThrow()

export async function deleteFeed(tx: Tx, personId: string): Promise<void> {
  await tx.deleteFrom('calendar_feeds').where('person_id', '=', personId).execute()
}
