import type { Person } from '@sharemyshows/contract/accounts'
import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Relation } from '@sharemyshows/contract/friends'
import type { Paging } from '@sharemyshows/contract/paging'
import type { Db } from '../../../platform/db/connect.ts'
import { row, rows } from '../../../platform/db/read.ts'
import type { Viewer } from '../../../platform/http/actor.ts'
import { readCursor, writeCursor } from '../../../platform/http/cursor.ts'
import { seeProfile } from '../../../viewer/gate.ts'
import { avatarOf } from '../../../viewer/people-seen.ts'
import { relationOf } from '../../../viewer/relation.ts'
import { seesPerson, seesProfileOf } from '../../../viewer/rule.ts'
import { windowOf } from '../rules.ts'

const relation = `select ${relationOf('$2::uuid')} as relation`

/** What somebody and the viewer are to each other. */
export async function readRelation(db: Db, viewer: string, personId: string): Promise<Relation> {
  const found = await row<{ relation: Relation }>(db, relation, [viewer, personId])
  if (found === undefined) throw new Error('a query of one row gave none')
  return found.relation
}

type Row = Person & { since: string }
type Side = 'followers' | 'following'
const sides = {
  followers: { of: 'to_id', who: 'from_id' },
  following: { of: 'from_id', who: 'to_id' },
} as const

const page = (side: Side, position: string) => {
  const { of, who } = sides[side]
  return `
    select u.id, u.username, u.display_name, ${avatarOf('u')} as avatar,
      date_trunc('milliseconds', r.created_at) as since
    from relationships r join users u on u.id = r.${who}
    where r.${of} = $2::uuid and r.kind = 'follow' and ${seesProfileOf('$2')} and ${seesPerson(`r.${who}`)} ${position}
    order by since desc, u.id desc limit $3 offset $4`
}
const after = (side: Side) =>
  `and (date_trunc('milliseconds', r.created_at), r.${sides[side].who}) < ($5::timestamptz, $6::uuid)`
const pages = {
  followers: { first: page('followers', ''), next: page('followers', after('followers')) },
  following: { first: page('following', ''), next: page('following', after('following')) },
}

/** Who follows a person, or whom she follows, the latest first; refused when her profile is not open to the viewer. */
export async function listFollows(
  db: Db,
  viewer: Viewer,
  side: Side,
  personId: string,
  paging: Paging,
): Promise<{ items: Person[]; next_cursor: string | null } | Refusal> {
  const { limit, offset } = windowOf(paging)
  const position = paging.cursor === undefined ? undefined : readCursor(paging.cursor)
  if (isRefusal(position)) return position
  const values = [viewer, personId, limit + 1, offset]
  const found =
    position === undefined
      ? await rows<Row>(db, pages[side].first, values)
      : await rows<Row>(db, pages[side].next, [...values, position.at, position.id])
  if (found.length === 0 && (await seeProfile(db, viewer, personId)) === null) return refuse('not_found')
  const shown = found.slice(0, limit)
  const last = found.length > limit ? shown.at(-1) : undefined
  return {
    items: shown.map(({ since: _since, ...person }) => person),
    next_cursor: last === undefined ? null : writeCursor({ at: last.since, id: last.id }),
  }
}
