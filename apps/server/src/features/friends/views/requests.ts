import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { FriendRequest } from '@sharemyshows/contract/friends'
import type { Paging } from '@sharemyshows/contract/paging'
import type { Db } from '../../../platform/db/connect.ts'
import { row, rows } from '../../../platform/db/read.ts'
import { readCursor, writeCursor } from '../../../platform/http/cursor.ts'
import { avatarOf } from '../../../viewer/people-seen.ts'
import { seesPerson } from '../../../viewer/rule.ts'
import { sharedShows } from '../policy.ts'
import { windowOf } from '../rules.ts'

/** To whoever sent it, a rejected request is one that waits, and that nobody has touched. */
const described = `
  select r.id, case when r.from_id = $1::uuid then 'sent' else 'received' end as direction,
    case when r.state = 'rejected' and r.from_id = $1::uuid then 'pending' else r.state end as state,
    json_build_object('id', u.id, 'username', u.username, 'display_name', u.display_name,
      'avatar', ${avatarOf('u')}) as user,
    ${sharedShows('u')} as shared_shows, r.created_at,
    case when r.state <> 'accepted' and r.from_id = $1::uuid then r.created_at else r.updated_at end as updated_at
  from (select r.id, r.from_id, r.to_id, r.state, date_trunc('milliseconds', r.created_at) as created_at, r.updated_at
      from relationships r where`
const of = (person: string) => `join users u on u.id = ${person}`
const latest = 'order by r.created_at desc, r.id desc'

const one = `${described} r.id = $2 and r.kind = 'friend' and r.state <> 'withdrawn') r
  ${of('case when r.from_id = $1::uuid then r.to_id else r.from_id end')}
  where $1::uuid in (r.from_id, r.to_id)`

/** A request of the viewer's, sent or received. */
export const readRequest = async (db: Db, viewer: string, id: string): Promise<FriendRequest | Refusal> =>
  (await row<FriendRequest>(db, one, [viewer, id])) ?? refuse('not_found')

const mine = {
  sent: { side: 'from_id', other: 'to_id', states: `('pending', 'rejected')` },
  received: { side: 'to_id', other: 'from_id', states: `('pending')` },
} as const
type Direction = keyof typeof mine

const page = (direction: Direction, position: string) => {
  const { side, other, states } = mine[direction]
  return `${described} r.${side} = $1::uuid and r.kind = 'friend' and r.state in ${states}
      and ${seesPerson(`r.${other}`)} ${position} ${latest} limit $2 offset $3) r
    ${of(`r.${other}`)} ${latest}`
}
const after = `and (date_trunc('milliseconds', r.created_at), r.id) < ($4::timestamptz, $5::uuid)`
const pages = {
  sent: { first: page('sent', ''), next: page('sent', after) },
  received: { first: page('received', ''), next: page('received', after) },
}

/** Open requests that the viewer received, or sent, the latest first. */
export async function listRequests(
  db: Db,
  viewer: string,
  { direction, ...paging }: Paging & { direction: Direction },
): Promise<{ items: FriendRequest[]; next_cursor: string | null } | Refusal> {
  const { limit, offset } = windowOf(paging)
  const position = paging.cursor === undefined ? undefined : readCursor(paging.cursor)
  if (isRefusal(position)) return position
  const values = [viewer, limit + 1, offset]
  const found =
    position === undefined
      ? await rows<FriendRequest>(db, pages[direction].first, values)
      : await rows<FriendRequest>(db, pages[direction].next, [...values, position.at, position.id])
  const items = found.slice(0, limit)
  const last = found.length > limit ? items.at(-1) : undefined
  return {
    items,
    next_cursor: last === undefined ? null : writeCursor({ at: last.created_at, id: last.id }),
  }
}
