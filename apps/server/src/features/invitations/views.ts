import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Invitation, InvitationOffer } from '@sharemyshows/contract/invitations'
import type { Db } from '../../platform/db/connect.ts'
import { row, rows } from '../../platform/db/read.ts'
import { readCursor, writeCursor } from '../../platform/http/cursor.ts'
import { avatarOf } from '../../viewer/people-seen.ts'
import { refuseOffer } from './rules.ts'
import { findByHash } from './store.ts'

const person = (u: string) => `case when ${u}.id is not null then json_build_object('id', ${u}.id,
  'username', ${u}.username, 'display_name', ${u}.display_name, 'avatar', ${avatarOf(u)}) end`

const described = `select i.id, i.email, i.role, i.used_at, i.expires_at, i.updated_at,
    date_trunc('milliseconds', i.created_at) as created_at,
    case when i.used_at is not null then 'used' when i.expires_at < now() then 'expired' else 'open' end as state,
    ${person('maker')} as created_by, ${person('guest')} as used_by
  from invitations i left join users maker on maker.id = i.created_by left join users guest on guest.id = i.used_by`

const page = `${described} where $1::uuid is null or i.id < $1 order by i.id desc limit $2`
const one = `${described} where i.id = $1`

/** A page of invitations, newest first; for admins. */
export async function listInvitations(
  db: Db,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ items: Invitation[]; next_cursor: string | null } | Refusal> {
  const position = cursor === undefined ? undefined : readCursor(cursor)
  if (isRefusal(position)) return position
  const found = await rows<Invitation>(db, page, [position?.id ?? null, limit + 1])
  const items = found.slice(0, limit)
  const last = found.length > limit ? items.at(-1) : undefined
  return {
    items,
    next_cursor: last === undefined ? null : writeCursor({ at: last.created_at, id: last.id }),
  }
}

/** An invitation that was just made. */
export async function readInvitation(db: Db, id: string): Promise<Invitation> {
  const found = await row<Invitation>(db, one, [id])
  if (found === undefined) throw new Error('an invitation that was made is not there')
  return found
}

/** What an invitation offers to whoever holds its token; refused when it does not work any more. */
export async function readOffer(db: Db, hash: Buffer): Promise<InvitationOffer | Refusal> {
  const found = await findByHash(db, hash)
  if (found === undefined) return refuse('invitation_invalid')
  const { email, role, expires_at } = found
  return refuseOffer(found) ?? { email, role: role as InvitationOffer['role'], expires_at }
}
