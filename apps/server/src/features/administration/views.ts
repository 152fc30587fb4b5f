import type { Account, AccountQuery } from '@sharemyshows/contract/administration'
import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Db } from '../../platform/db/connect.ts'
import { row, rows } from '../../platform/db/read.ts'
import { readCursor, writeCursor } from '../../platform/http/cursor.ts'
import { avatarOf } from '../../viewer/people-seen.ts'

/** Numbers of what somebody keeps, never a word of it: no role reads what is private. */
const described = `select u.id, u.username, u.display_name, ${avatarOf('u')} as avatar, u.email, u.email_verified,
    u.mfa_enabled, u.role, u.suspended_at, u.leaves_at, u.updated_at,
    date_trunc('milliseconds', u.created_at) as created_at,
    (select max(s.last_used_at) from sessions s where s.user_id = u.id) as last_seen_at,
    json_build_object(
      'shows', (select count(*) from attendances a where a.person_id = u.id),
      'media', (select count(*) from media m where m.owner_id = u.id and m.deleted_at is null),
      'comments', (select count(*) from comments c where c.author_id = u.id and c.deleted_at is null)) as counts,
    (select coalesce(sum(m.file_size), 0)::int8 from media m
      where m.owner_id = u.id and m.deleted_at is null) as storage
  from users u`

const page = `${described}
  where ($1::text is null or u.email = $1::citext
      or fold(u.username::text) like fold($2) or fold(u.display_name) like fold($2))
    and ($3::role is null or u.role = $3)
    and ($4::boolean is null or (u.suspended_at is not null) = $4)
    and ($5::uuid is null or u.id < $5)
  order by u.id desc limit $6`
const one = `${described} where u.id = $1`

/** Part of a name as a pattern: what is a pattern elsewhere is a text here. */
const fragment = (text: string) => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`

/** A page of accounts, newest first; for admins. */
export async function listAccounts(
  db: Db,
  { q, role, suspended, limit, cursor }: AccountQuery,
): Promise<{ items: Account[]; next_cursor: string | null } | Refusal> {
  const position = cursor === undefined ? undefined : readCursor(cursor)
  if (isRefusal(position)) return position
  const found = await rows<Account>(db, page, [
    q || null,
    q ? fragment(q) : null,
    role ?? null,
    suspended === undefined ? null : suspended === 'true',
    position?.id ?? null,
    limit + 1,
  ])
  const items = found.slice(0, limit)
  const last = found.length > limit ? items.at(-1) : undefined
  return {
    items,
    next_cursor: last === undefined ? null : writeCursor({ at: last.created_at, id: last.id }),
  }
}

/** One account, for admins. */
export const readAccount = async (db: Db, id: string): Promise<Account | Refusal> =>
  (await row<Account>(db, one, [id])) ?? refuse('not_found')
