import type { Tx } from '../../platform/db/connect.ts'

/** Writes somebody down as an editor; false when she is one. */
export async function insertEditor(tx: Tx, showId: string, personId: string): Promise<boolean> {
  const added = await tx
    .insertInto('event_staff')
    .values({ show_id: showId, person_id: personId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

/** False when she was none. */
export async function deleteEditor(tx: Tx, showId: string, personId: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom('event_staff')
    .where('show_id', '=', showId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return gone.numDeletedRows === 1n
}

export async function deleteEditors(tx: Tx, showId: string): Promise<void> {
  await tx.deleteFrom('event_staff').where('show_id', '=', showId).execute()
}

/** An event as it stands; the caller holds its row. Undefined when it is none any more. */
export const readStanding = (tx: Tx, showId: string) =>
  tx
    .selectFrom('shows')
    .select([
      'title',
      'starts_at',
      'doors_at',
      'ends_at',
      'time_zone',
      'status',
      'visibility',
      'published_at',
      'description',
      'category',
      'capacity',
      'geofence_radius',
      'location_address',
      'latitude',
      'longitude',
      'organizer_id',
      'poster',
    ])
    .where('id', '=', showId)
    .where('organizer_id', 'is not', null)
    .executeTakeFirst()

export type Standing = NonNullable<Awaited<ReturnType<typeof readStanding>>>
