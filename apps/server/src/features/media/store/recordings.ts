import { type Selectable, sql, type Updateable } from 'kysely'
import type { Db, Tx } from '../../../platform/db/connect.ts'
import type { Tables } from '../../../platform/db/generated/rows.gen.ts'

export type RenditionRow = Selectable<Tables['renditions']>

/** What is there of a medium already. */
export const findRenditions = (db: Db, mediumId: string): Promise<RenditionRow[]> =>
  db.selectFrom('renditions').selectAll().where('media_id', '=', mediumId).execute()

/** What a recording says of itself; what it does not say stays as it is. */
export type RecordingFacts = Pick<
  Updateable<Tables['media']>,
  'duration_ms' | 'bitrate' | 'width' | 'height' | 'latitude' | 'longitude' | 'tags'
> & {
  /** When it was begun: a moment, or what a clock showed at the venue. */
  begun?: { at: string } | { local: string }
}

export async function updateFacts(tx: Tx, id: string, { begun, ...facts }: RecordingFacts): Promise<void> {
  const at =
    begun === undefined
      ? undefined
      : 'at' in begun
        ? sql<string>`${begun.at}::timestamptz`
        : sql<string>`${begun.local}::timestamp at time zone coalesce(
            (select time_zone from shows where id = media.show_id),
            (select time_zone from users where id = media.owner_id), 'UTC')`
  await tx
    .updateTable('media')
    .set({
      ...facts,
      ...(at && { captured_at: at, captured_at_source: 'container' }),
      updated_at: sql`now()`,
    })
    .where('id', '=', id)
    .execute()
}

/** Media whose renditions are awaited, the oldest first. */
export const findProcessing = (db: Db, atMost: number): Promise<{ id: string; kind: string }[]> =>
  db
    .selectFrom('media')
    .select(['id', 'kind'])
    .where('state', '=', 'processing')
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .limit(atMost)
    .execute()
