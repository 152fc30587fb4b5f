import { randomUUID } from 'node:crypto'
import type { Client } from './client.ts'
import type { TestServer } from './server.ts'

/** Everything that belongs to a show, an artist or a venue: whoever adds a table says here how it is merged. */
export const belongings = [
  'activities.show_id',
  'artists.merged_into',
  'attendances.show_id',
  'comments.show_id',
  'conversations.show_id',
  'event_staff.show_id',
  'media.show_id',
  'moderation_cases.show_id',
  'notifications.show_id',
  'performances.artist_id',
  'performances.show_id',
  'revisions.own_show_id',
  'revisions.show_id',
  'rsvps.show_id',
  'setlist_links.show_id',
  'setlist_songs.show_id',
  'show_redirects.new_id',
  'shows.headliner_id',
  'shows.venue_id',
  'uploads.show_id',
  'venues.merged_into',
]

/** What refers to shows, artists and venues, as the database has it: `table.column`. */
export async function referring(server: TestServer): Promise<string[]> {
  const { rows } = await server.app.pool.query(`
    select c.conrelid::regclass || '.' || a.attname as name from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
    where c.contype = 'f' and c.confrelid in ('shows'::regclass, 'artists'::regclass, 'venues'::regclass)
    order by 1`)
  return rows.map((row) => row.name)
}

/** A ready photo of a person at a show. */
export async function addPhoto(server: TestServer, owner: Client, showId: string): Promise<string> {
  const id = randomUUID()
  await server.app.pool.query(
    `insert into media (id, kind, owner_id, show_id, audience, storage_key, sha256, file_size, mime_type, state)
      values ($1, 'photo', $2, $3, 'public', $4, '\\x00', 1, 'image/png', 'ready')`,
    [id, owner.id, showId, id],
  )
  return id
}

/** References to what was merged away, which must be none. */
export async function dangling(server: TestServer): Promise<number> {
  const { rows } = await server.app.pool.query(`
    select (select count(*) from performances p join artists a on a.id = p.artist_id and a.merged_into is not null)
      + (select count(*) from shows s join artists a on a.id = s.headliner_id and a.merged_into is not null)
      + (select count(*) from shows s join venues v on v.id = s.venue_id and v.merged_into is not null)
      + (select count(*) from artists a join artists b on b.id = a.merged_into and b.merged_into is not null)
      + (select count(*) from venues a join venues b on b.id = a.merged_into and b.merged_into is not null)
      + (select count(*) from shows s where s.headliner_id is not null and not exists (select 1 from performances p
          where p.show_id = s.id and p.artist_id = s.headliner_id and p.position = 1)) as n`)
  return Number(rows[0].n)
}
