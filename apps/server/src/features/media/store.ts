import type { Audience } from '@sharemyshows/contract/fields'
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Db, Tx } from '../../platform/db/connect.ts'
import type { Tables } from '../../platform/db/generated/rows.gen.ts'
import type { Moment } from './rules.ts'

export type MediumRow = Selectable<Tables['media']>

export type NewPhoto = Pick<
  Insertable<Tables['media']>,
  'id' | 'owner_id' | 'storage_key' | 'sha256' | 'file_size' | 'mime_type' | 'width' | 'height'
> & {
  show_id: string | null
  caption: string | null
  file_name: string | null
  latitude: number | null
  longitude: number | null
  /** Null for the person's default. */
  audience: Audience | null
  moment: Moment
}

const capturedAt = ({ moment, show_id, owner_id }: NewPhoto) => {
  if (moment.source === 'upload') return sql<string>`now()`
  if (moment.source === 'exif') return moment.at
  return sql<string>`${moment.local}::timestamp at time zone coalesce(
    (select time_zone from shows where id = ${show_id}),
    (select time_zone from users where id = ${owner_id}), 'UTC')`
}

export async function insertPhoto(tx: Tx, photo: NewPhoto): Promise<void> {
  const { moment, audience, ...columns } = photo
  const usual = sql<Audience>`(select default_media_audience from users where id = ${photo.owner_id})`
  await tx
    .insertInto('media')
    .values({
      ...columns,
      kind: 'photo',
      audience: audience ?? usual,
      captured_at: capturedAt(photo),
      captured_at_source: moment.source,
    })
    .execute()
}

/** Bytes a person keeps; until the transaction ends nobody else counts for her, so that two uploads cannot both fit. */
export async function countBytes(tx: Tx, ownerId: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`storage of ${ownerId}`}, 0))`.execute(tx)
  const { bytes } = await tx
    .selectFrom('media')
    .select(sql<number>`coalesce(sum(file_size), 0)`.as('bytes'))
    .where('owner_id', '=', ownerId)
    .executeTakeFirstOrThrow()
  return bytes
}

export const findMedium = (db: Db, id: string): Promise<MediumRow | undefined> =>
  db.selectFrom('media').selectAll().where('id', '=', id).executeTakeFirst()

export const lockMedium = (tx: Tx, id: string): Promise<MediumRow | undefined> =>
  tx.selectFrom('media').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export async function updateMedium(
  tx: Tx,
  id: string,
  change: Pick<Updateable<Tables['media']>, 'caption' | 'audience' | 'state' | 'failure'> &
    Pick<Updateable<Tables['media']>, 'placeholder' | 'color'>,
): Promise<void> {
  await tx
    .updateTable('media')
    .set({ ...change, updated_at: sql`now()` })
    .where('id', '=', id)
    .execute()
}

/** Gives all photos of a person one audience, and says of which shows that changes something. */
export async function updateAudiences(
  tx: Tx,
  ownerId: string,
  audience: Audience,
): Promise<(string | null)[]> {
  const changed = await tx
    .updateTable('media')
    .set({ audience, updated_at: sql`now()` })
    .where('owner_id', '=', ownerId)
    .where('kind', '=', 'photo')
    .where('audience', '<>', audience)
    .returning('show_id')
    .execute()
  return changed.map(({ show_id }) => show_id)
}

/** Those of the shows where others may know that the person was there. */
export async function openShows(tx: Tx, personId: string, showIds: readonly string[]): Promise<string[]> {
  const found = await sql<{ show_id: string }>`select show_id from attendances
    where person_id = ${personId} and show_id = any(${showIds}::uuid[]) and audience <> 'private'`.execute(tx)
  return found.rows.map(({ show_id }) => show_id)
}

/** Puts a rendition in the place of its predecessor, and gives the predecessor's key. */
export async function replaceRendition(
  tx: Tx,
  rendition: Insertable<Tables['renditions']>,
): Promise<string | null> {
  const old = await tx
    .deleteFrom('renditions')
    .where('media_id', '=', rendition.media_id)
    .where('name', '=', rendition.name)
    .returning('storage_key')
    .executeTakeFirst()
  await tx.insertInto('renditions').values(rendition).execute()
  return old?.storage_key ?? null
}

/** Deletes media with their renditions, and gives the keys of all their files. */
export async function deleteMedia(
  tx: Tx,
  which: { id: string } | { ownerId: string; showId: string } | { ownerId: string; atMost: number },
): Promise<string[]> {
  // locked first, so that no rendition joins them meanwhile
  const chosen = tx.selectFrom('media').select('id').orderBy('id').forUpdate()
  const found = await ('id' in which
    ? chosen.where('id', '=', which.id)
    : 'showId' in which
      ? chosen.where('owner_id', '=', which.ownerId).where('show_id', '=', which.showId)
      : chosen.where('owner_id', '=', which.ownerId).limit(which.atMost)
  ).execute()
  const ids = found.map(({ id }) => id)
  if (ids.length === 0) return []
  const renditions = await tx
    .deleteFrom('renditions')
    .where('media_id', 'in', ids)
    .returning('storage_key')
    .execute()
  const originals = await tx.deleteFrom('media').where('id', 'in', ids).returning('storage_key').execute()
  return [...originals, ...renditions].map((gone) => gone.storage_key)
}

/** True when nobody but the owner sees a medium of these audiences at the show, by its own or by her attendance's. */
export async function isHidden(
  tx: Tx,
  ownerId: string,
  showId: string,
  audiences: readonly Audience[],
): Promise<boolean> {
  if (audiences.every((audience) => audience === 'private')) return true
  const bringing = await tx
    .selectFrom('attendances')
    .select('audience')
    .where('show_id', '=', showId)
    .where('person_id', '=', ownerId)
    .executeTakeFirst()
  return bringing === undefined || bringing.audience === 'private'
}

/** Those of `keys` that no row holds. */
export async function findUnheld(db: Db, keys: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`select key from unnest(${keys}::text[]) as key
    where not exists (select 1 from media m where m.storage_key = key)
      and not exists (select 1 from renditions r where r.storage_key = key)`.execute(db)
  return rows.map(({ key }) => key)
}

/** Moves all media of one show to another; their audiences stay. */
export async function moveMedia(tx: Tx, fromId: string, intoId: string): Promise<void> {
  await tx.updateTable('media').set({ show_id: intoId }).where('show_id', '=', fromId).execute()
}
