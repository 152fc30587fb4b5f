import type { Db } from '../../platform/db/connect.ts'
import { row } from '../../platform/db/read.ts'
import type { Actor } from '../../platform/http/actor.ts'

/** The person an import is of, for work that nobody waits for: there is no session behind it. */
export async function readActor(db: Db, personId: string): Promise<Actor | undefined> {
  const found = await row<Pick<Actor, 'id' | 'username' | 'role'>>(
    db,
    'select id, username, role from users where id = $1 and leaves_at is null',
    [personId],
  )
  return found && { ...found, sessionId: '', tokenExpiresAt: 0 }
}

/** What an entry was when it was made. */
export type MadeEntry = {
  attendance: string
  notes: string | null
  rating: number | null
  arrived: boolean
  /** The songs that are there by it. */
  songs: string[]
  /** Set down with it, by the clock of the database. */
  at: string
}

const standing = `
  select a.show_id, coalesce(a.notes, '') <> coalesce($3::text, '') or a.rating is distinct from $4::smallint
      or a.arrived_at is not null and not $5::boolean
      or exists (select 1 from media m where m.show_id = a.show_id and m.owner_id = $1 and m.deleted_at is null)
      or exists (select 1 from comments c where c.show_id = a.show_id and c.author_id = $1 and c.deleted_at is null)
      or exists (select 1 from revisions r where r.own_show_id = a.show_id and r.author_id = $1
        and r.created_at > $6::timestamptz) as more
  from attendances a where a.id = $2 and a.person_id = $1`

/**
 * Where an entry is now that an import made, and whether its person has added something to the show since; undefined
 * when she has taken it out herself.
 */
export const findStanding = (
  db: Db,
  personId: string,
  { attendance, notes, rating, arrived, at }: MadeEntry,
): Promise<{ show_id: string; more: boolean } | undefined> =>
  row(db, standing, [personId, attendance, notes, rating, arrived, at])
