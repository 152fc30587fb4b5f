import type { Comment, CommentPaging } from '@sharemyshows/contract/comments'
import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Db } from '../../platform/db/connect.ts'
import { row, rows } from '../../platform/db/read.ts'
import type { Viewer } from '../../platform/http/actor.ts'
import { readCursor, writeCursor } from '../../platform/http/cursor.ts'
import { avatarOf } from '../../viewer/people-seen.ts'
import { seesAttendance, seesComment, seesShow } from '../../viewer/rule.ts'
import { renamed } from './rules.ts'

type Row = Omit<Comment, 'by' | 'user' | 'mentions'> & {
  /** Null once the account is gone. */
  user_id: string | null
  username: string
  display_name: string | null
  avatar: string | null
  mentions: { id: string; username: string; written: string }[]
}

/** A mention says that somebody attends: it is for those who may know that. */
const described = `c.id, c.show_id, c.content, c.edited, date_trunc('milliseconds', c.created_at) as created_at,
  c.updated_at, u.id as user_id, u.username, u.display_name, ${avatarOf('u')} as avatar,
  coalesce((select json_agg(json_build_object('id', meant.id, 'username', meant.username, 'written', n.written))
    from comment_mentions n join users meant on meant.id = n.user_id
      join attendances there on there.show_id = c.show_id and there.person_id = n.user_id
    where n.comment_id = c.id and ${seesAttendance('there')}), '[]') as mentions`

/** One row of nothing when nobody has said anything, no row when the viewer does not see the show. */
const said = (order: 'asc' | 'desc', position: string) => `
  select p.* from shows s left join lateral (
    select ${described} from comments c left join users u on u.id = c.author_id
    where c.show_id = s.id and ${seesComment('c')} ${position}
    order by c.id ${order} limit $3 offset $4
  ) p on true
  where s.id = $2 and ${seesShow('s')} order by p.id ${order}`

const texts = {
  oldest: { first: said('asc', ''), next: said('asc', 'and c.id > $5') },
  newest: { first: said('desc', ''), next: said('desc', 'and c.id < $5') },
}

export type CommentPage = { items: Comment[]; next_cursor: string | null }

/** A page of what was said under a show, as far as the viewer may read it. */
export async function listComments(
  db: Db,
  viewer: Viewer,
  showId: string,
  paging: CommentPaging,
): Promise<CommentPage | Refusal> {
  const limit = paging.per_page ?? paging.limit
  const position = paging.cursor === undefined ? undefined : readCursor(paging.cursor)
  if (isRefusal(position)) return position
  const { first, next } = texts[paging.order]
  const values = [viewer, showId, limit + 1, ((paging.page ?? 1) - 1) * limit]
  const found =
    position === undefined
      ? await rows<Row>(db, first, values)
      : await rows<Row>(db, next, [...values, position.id])
  if (found.length === 0) return refuse('not_found')
  const shown = found.filter((comment) => comment.id !== null).slice(0, limit)
  const last = found.length > limit ? shown.at(-1) : undefined
  return {
    items: shown.map(comment),
    next_cursor: last === undefined ? null : writeCursor({ at: last.created_at, id: last.id }),
  }
}

const one = `select ${described} from comments c left join users u on u.id = c.author_id join shows s on s.id = c.show_id
  where c.id = $2 and ${seesComment('c')} and ${seesShow('s')}`

/** One comment as this viewer reads it. */
export async function readComment(db: Db, viewer: Viewer, id: string): Promise<Comment | undefined> {
  const found = await row<Row>(db, one, [viewer, id])
  return found && comment(found)
}

const comment = ({ user_id, username, display_name, avatar, mentions, content, ...rest }: Row): Comment => ({
  ...rest,
  by: user_id === null ? 'deleted' : 'person',
  user: user_id === null ? null : { id: user_id, username, display_name, avatar },
  content: renamed(content, mentions),
  mentions: mentions.map((mention) => ({ id: mention.id, username: mention.username })),
})
