import type { Audience } from '@sharemyshows/contract/fields'
import type { MediaKind } from '@sharemyshows/contract/media'
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Db, Tx } from '../../../platform/db/connect.ts'
import type { Tables } from '../../../platform/db/generated/rows.gen.ts'
import type { Brought, Moment } from '../rules.ts'

export type MediumRow = Selectable<Tables['media']>

export type NewMedium = Pick<
  Insertable<Tables['media']>,
  'id' | 'owner_id' | 'storage_key' | 'sha256' | 'file_size' | 'mime_type'
> & {
  kind: MediaKind
  show_id: string | null
  caption: string | null
  file_name: string | null
  width: number | null
  height: number | null
  latitude: number | null
  longitude: number | null
  /** Null for the person's default. */
  audience: Audience | null
  moment: Moment
  /** Of one that was kept elsewhere before: what was known of it there. */
  brought?: Brought | undefined
}

/** The zone in which a clock without one is read: that of the show, else of the person. */
const zoneOf = (showId: unknown, ownerId: unknown) => sql`coalesce(
  (select time_zone from shows where id = ${showId}), (select time_zone from users where id = ${ownerId}), 'UTC')`

const capturedAt = ({ moment, show_id, owner_id }: NewMedium) => {
  if (moment.source === 'upload') return sql<string>`now()`
  if (moment.source !== 'exif_local') return moment.at
  return sql<string>`${moment.local}::timestamp at time zone ${zoneOf(show_id, owner_id)}`
}

export async function insertMedium(tx: Tx, medium: NewMedium): Promise<void> {
  const { moment, audience, brought, ...columns } = medium
  const usual = sql<Audience>`(select default_media_audience from users where id = ${medium.owner_id})`
  await tx
    .insertInto('media')
    .values({
      ...columns,
      audience: audience ?? usual,
      ...(brought === undefined
        ? { captured_at: capturedAt(medium), captured_at_source: moment.source }
        : {
            captured_at: brought.capturedAt,
            captured_at_source: brought.source,
            created_at: brought.createdAt,
          }),
    })
    .execute()
}

/** The medium of these bytes that a person has at a show already. */
export const findSame = (
  db: Db,
  ownerId: string,
  same: { sha256: Buffer; showId: string | null },
): Promise<{ id: string; kind: MediaKind } | undefined> =>
  db
    .selectFrom('media')
    .select(['id', sql<MediaKind>`kind`.as('kind')])
    .where('owner_id', '=', ownerId)
    .where('sha256', '=', same.sha256)
    .where('show_id', 'is not distinct from', same.showId)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .executeTakeFirst()

/** The medium of these bytes that a person has at a show, or that she added at this time, wherever it is now. */
export async function findBrought(
  tx: Tx,
  ownerId: string,
  { sha256, showId, createdAt }: { sha256: Buffer; showId: string | null; createdAt: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select id from media
    where owner_id = ${ownerId} and sha256 = ${sha256} and deleted_at is null
      and (show_id is not distinct from ${showId}::uuid
        or date_trunc('milliseconds', created_at) = ${createdAt}::timestamptz)
    order by show_id is not distinct from ${showId}::uuid desc, id limit 1`.execute(tx)
  return rows[0]?.id
}

export const findMedium = (db: Db, id: string): Promise<MediumRow | undefined> =>
  db.selectFrom('media').selectAll().where('id', '=', id).executeTakeFirst()

export const lockMedium = (tx: Tx, id: string): Promise<MediumRow | undefined> =>
  tx.selectFrom('media').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export async function updateMedium(
  tx: Tx,
  id: string,
  change: Omit<
    Updateable<Tables['media']>,
    'id' | 'kind' | 'owner_id' | 'show_id' | 'storage_key' | 'deleted_at'
  >,
): Promise<void> {
  await tx
    .updateTable('media')
    .set({ ...change, updated_at: sql`now()` })
    .where('id', '=', id)
    .execute()
}

type Changed = Pick<MediumRow, 'owner_id' | 'show_id' | 'audience'> & { before: Audience }

/** Gives all media of a person one audience; gives those for which that is new, with the one they had. */
export async function updateAudiences(tx: Tx, ownerId: string, audience: Audience): Promise<Changed[]> {
  const { rows } = await sql<Changed>`with chosen as materialized (select id, audience from media
      where owner_id = ${ownerId} and audience <> ${audience} and deleted_at is null order by id for update)
    update media m set audience = ${audience}, updated_at = now() from chosen where m.id = chosen.id
    returning m.owner_id, m.show_id, m.audience, chosen.audience as before`.execute(tx)
  return rows
}

/** Those of the shows where others may know that the person was there. */
export async function openShows(tx: Tx, personId: string, showIds: readonly string[]): Promise<string[]> {
  if (showIds.length === 0) return []
  const found = await sql<{ show_id: string }>`select show_id from attendances
    where person_id = ${personId} and show_id = any(${showIds}::uuid[]) and audience <> 'private'`.execute(tx)
  return found.rows.map(({ show_id }) => show_id)
}

/** Moves all media of one show to another; their audiences stay. */
export async function moveMedia(tx: Tx, fromId: string, intoId: string): Promise<void> {
  await tx.updateTable('media').set({ show_id: intoId }).where('show_id', '=', fromId).execute()
}
