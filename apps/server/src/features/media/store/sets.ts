import type { MediaKind } from '@sharemyshows/contract/media'
import { type Selectable, type SqlBool, sql } from 'kysely'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Tables } from '../../../platform/db/generated/rows.gen.ts'
import { GRACE_MINUTES } from '../rules.ts'

type MediumRow = Selectable<Tables['media']>

/** What a change of several media leaves to be told: whose place it was, and who sees them. */
export type Moved = Pick<MediumRow, 'id' | 'owner_id' | 'show_id' | 'audience'>

const grace = sql.lit(`${GRACE_MINUTES} minutes`)

/** A person's own, locked in the order of their ids, so that two sets never wait for each other in a circle. */
const chosen = (ownerId: string, ids: readonly string[], which: ReturnType<typeof sql<SqlBool>>) => sql`
  select id, show_id, owner_id, deleted_at from media
  where owner_id = ${ownerId} and id = any(${ids}::uuid[]) and ${which} order by id for update`

const live = sql<SqlBool>`deleted_at is null`

/** Deletes a person's media, to be restored or purged; gives those that were there. */
export async function markDeleted(tx: Tx, ownerId: string, ids: readonly string[]): Promise<Moved[]> {
  const { rows } = await sql<Moved>`with chosen as materialized (${chosen(ownerId, ids, live)})
    update media m set deleted_at = now() from chosen where m.id = chosen.id
    returning m.id, m.owner_id, m.show_id, m.audience`.execute(tx)
  return rows
}

export type Restored = Moved & Pick<MediumRow, 'state'> & { kind: MediaKind; deleted: boolean }

/**
 * Brings back what a person deleted in the last minutes; those that are there stay as they are. What was of a show that
 * is no longer in her diary is of none. Shows are locked first, as by whoever leaves one.
 */
export async function unmarkDeleted(tx: Tx, ownerId: string, ids: readonly string[]): Promise<Restored[]> {
  await sql`select s.id from shows s where s.id in (select m.show_id from media m
      where m.owner_id = ${ownerId} and m.id = any(${ids}::uuid[])) order by s.id for key share`.execute(tx)
  const restorable = sql<SqlBool>`(deleted_at is null or deleted_at > now() - interval ${grace})`
  const { rows } = await sql<Restored>`with chosen as materialized (${chosen(ownerId, ids, restorable)})
    update media m set deleted_at = null, show_id = (select a.show_id from attendances a
        where a.show_id = chosen.show_id and a.person_id = ${ownerId})
    from chosen where m.id = chosen.id
    returning m.id, m.owner_id, m.show_id, m.audience, m.kind, m.state, chosen.deleted_at is not null as deleted`.execute(
    tx,
  )
  return rows
}

/** When each was taken by the clock of its camera is told anew in the zone of the other show. */
const zone = (show: unknown) => sql`coalesce((select time_zone from shows where id = ${show}),
  (select time_zone from users where id = chosen.owner_id), 'UTC')`

/** Moves a person's media to a show, or off theirs; gives them as they were. */
export async function moveToShow(
  tx: Tx,
  ownerId: string,
  ids: readonly string[],
  showId: string | null,
): Promise<Moved[]> {
  const { rows } = await sql<Moved>`with chosen as materialized (${chosen(ownerId, ids, live)})
    update media m set show_id = ${showId}::uuid, updated_at = now(),
      captured_at = case when m.captured_at_source = 'exif_local'
        then (m.captured_at at time zone ${zone(sql.ref('chosen.show_id'))}) at time zone ${zone(sql`${showId}::uuid`)}
        else m.captured_at end
    from chosen where m.id = chosen.id
    returning m.id, m.owner_id, chosen.show_id, m.audience`.execute(tx)
  return rows
}

type Which =
  | { ownerId: string; showId: string }
  | { ownerId: string; atMost: number }
  | { id: string }
  | { expired: true; atMost: number }

const condition = (which: Which): ReturnType<typeof sql<SqlBool>> => {
  if ('expired' in which) return sql`deleted_at <= now() - interval ${grace}`
  if ('id' in which) return sql`id = ${which.id}`
  if ('showId' in which)
    return sql`owner_id = ${which.ownerId} and show_id = ${which.showId} and deleted_at is null`
  return sql`owner_id = ${which.ownerId}`
}

/** Removes media with their renditions for good, and gives the keys of all their files. */
export async function removeMedia(tx: Tx, which: Which): Promise<string[]> {
  const most = 'atMost' in which ? which.atMost : null
  // locked first, so that no rendition joins them meanwhile
  const found = await sql<{ id: string }>`select id from media where ${condition(which)}
    order by id limit ${most} for update`.execute(tx)
  const ids = found.rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const renditions = await tx
    .deleteFrom('renditions')
    .where('media_id', 'in', ids)
    .returning('storage_key')
    .execute()
  const originals = await tx.deleteFrom('media').where('id', 'in', ids).returning('storage_key').execute()
  return [...originals, ...renditions].map((gone) => gone.storage_key)
}
