import type { Mood } from '@sharemyshows/contract/moods'
import { type Selectable, sql } from 'kysely'
import type { Tx } from '../../platform/db/connect.ts'
import type { Tables } from '../../platform/db/generated/rows.gen.ts'
import { newId } from '../../platform/db/ids.ts'
import { isPlayable } from '../../viewer/tracks.ts'

type PlaylistRow = Selectable<Tables['playlists']>

/** Later than before by the clock of the wire, so that no two changes look like one. */
const changed = sql`greatest(now(), updated_at + interval '1 millisecond')`

/** One playlist of a person after the other, so that no two become the last that she may have; gives how many she has. */
export async function countInTurn(tx: Tx, personId: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`playlists of ${personId}`}, 0))`.execute(tx)
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from playlists
    where person_id = ${personId}`.execute(tx)
  return rows[0]?.count ?? 0
}

type Said = { name: string; description: string; mood: Mood | null }
/** One that was made elsewhere, at that time. */
export type Brought = Said & { createdAt: string }

export async function insertPlaylist(
  tx: Tx,
  playlist: { personId: string } & (Said | Brought),
): Promise<string> {
  const id = newId()
  const { personId, name, description, mood } = playlist
  const made = 'createdAt' in playlist && { created_at: playlist.createdAt, updated_at: playlist.createdAt }
  await tx
    .insertInto('playlists')
    .values({ id, person_id: personId, name, description, mood, ...made })
    .execute()
  return id
}

/** The playlist that a person made at this time under this name. */
export async function findOfTime(
  tx: Tx,
  personId: string,
  { name, createdAt }: Pick<Brought, 'name' | 'createdAt'>,
): Promise<string | undefined> {
  const { rows } = await sql<{
    id: string
  }>`select id from playlists where person_id = ${personId} and name = ${name}
    and date_trunc('milliseconds', created_at) = ${createdAt}::timestamptz limit 1`.execute(tx)
  return rows[0]?.id
}

/** Deletes a playlist that is as it was made; false where it was changed since. */
export async function deleteUnchanged(tx: Tx, personId: string, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from playlists
    where id = ${id} and person_id = ${personId} and updated_at = created_at`.execute(tx)
  return numAffectedRows === 1n
}

/** Until the transaction ends nobody else changes this playlist of a person; undefined where she has none. */
export async function lockPlaylist(tx: Tx, personId: string, id: string): Promise<PlaylistRow | undefined> {
  return tx
    .selectFrom('playlists')
    .selectAll()
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst()
}

/** The tracks of a playlist in their order, also those that are not there at the moment. */
export async function findTrackIds(tx: Tx, id: string): Promise<string[]> {
  const found = await tx
    .selectFrom('playlist_tracks')
    .select('track_id')
    .where('playlist_id', '=', id)
    .orderBy('position')
    .execute()
  return found.map(({ track_id }) => track_id)
}

/** What a person heard in a mood in the last days, the most played first. */
export async function findHeard(
  tx: Tx,
  personId: string,
  { mood, days, limit }: { mood: Mood; days: number; limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select l.track_id as id from listens l
      join library_entries e on e.person_id = l.person_id and e.track_id = l.track_id and e.left_out_at is null
      join tracks t on t.id = l.track_id left join media m on m.id = t.media_id
    where l.person_id = ${personId} and l.mood = ${mood} and l.played_at > now() - ${days} * interval '1 day'
      and (l.seconds >= 30 or l.outcome = 'finished') and ${sql.raw(isPlayable('t', 'm'))}
    group by l.track_id order by count(*) desc, max(l.played_at) desc limit ${limit}`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Gives a locked playlist these tracks and no others, in this order. */
export async function writeTracks(tx: Tx, id: string, trackIds: readonly string[]): Promise<void> {
  await sql`with wanted as (
      select track_id, position from unnest(${trackIds}::uuid[]) with ordinality as w (track_id, position)),
    gone as (delete from playlist_tracks where playlist_id = ${id} and track_id <> all(${trackIds}::uuid[]))
    insert into playlist_tracks (playlist_id, track_id, position) select ${id}, track_id, position from wanted
    on conflict (playlist_id, track_id) do update set position = excluded.position`.execute(tx)
}

/** Changes what a playlist says of itself, and when it was changed. */
export async function updatePlaylist(
  tx: Tx,
  id: string,
  said: { name?: string | undefined; description?: string | undefined } = {},
): Promise<void> {
  await sql`update playlists set name = coalesce(${said.name ?? null}::text, name),
    description = coalesce(${said.description ?? null}::text, description), updated_at = ${changed}
    where id = ${id}`.execute(tx)
}

export async function deletePlaylist(tx: Tx, personId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('playlists')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Takes tracks off all playlists of a person. */
export async function takeOff(tx: Tx, personId: string, trackIds: readonly string[]): Promise<void> {
  await sql`with lists as materialized (
      select id from playlists where person_id = ${personId} order by id for update),
    gone as (
      delete from playlist_tracks p using lists
      where p.playlist_id = lists.id and p.track_id = any(${trackIds}::uuid[]) returning p.playlist_id)
    update playlists set updated_at = ${changed} where id in (select playlist_id from gone)`.execute(tx)
}

/** Keeps what a playlist became at Spotify. */
export async function writeSpotifyId(tx: Tx, id: string, spotifyId: string): Promise<void> {
  await tx.updateTable('playlists').set({ spotify_id: spotifyId }).where('id', '=', id).execute()
}

/** Forgets what a person's playlists became there. */
export async function clearSpotifyIds(tx: Tx, personId: string): Promise<void> {
  await sql`update playlists set spotify_id = null
    where person_id = ${personId} and spotify_id is not null`.execute(tx)
}
