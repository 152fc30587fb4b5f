import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Db } from '../../platform/db/connect.ts'
import { row, rows } from '../../platform/db/read.ts'
import type { Actor } from '../../platform/http/actor.ts'
import { seesAttendance, seesComment, seesShow } from '../../viewer/rule.ts'
import type { Mention } from './store.ts'

/** A comment as far as it decides who may do what. */
export type Subject = { id: string; show_id: string; own: boolean; seen: boolean; organised: boolean }

const subject = `select c.id, c.show_id, c.author_id = $1::uuid as own,
    ${seesComment('c')} and ${seesShow('s')} as seen, s.organizer_id is not distinct from $1::uuid as organised
  from comments c join shows s on s.id = c.show_id where c.id = $2`

const find = (db: Db, actor: Actor, id: string) => row<Subject>(db, subject, [actor.id, id])

/** One edits what one wrote, where one can still read it. */
export async function requireAuthor(db: Db, actor: Actor, id: string): Promise<Subject | Refusal> {
  const comment = await find(db, actor, id)
  if (!comment?.seen) return refuse('not_found')
  return comment.own ? comment : refuse('forbidden')
}

/** Whoever wrote a comment takes it back, also of a show she no longer sees; its organiser and moderators may, too. */
export async function requireRemover(db: Db, actor: Actor, id: string): Promise<Subject | Refusal> {
  const comment = await find(db, actor, id)
  if (comment === undefined || !(comment.seen || comment.own)) return refuse('not_found')
  const moderates = actor.role === 'moderator' || actor.role === 'admin'
  return comment.own || comment.organised || moderates ? comment : refuse('forbidden')
}

const attending = `select u.id as "userId", n.written
  from unnest($3::text[]) as n (written) join users u on u.username = n.written::citext
    join attendances a on a.person_id = u.id and a.show_id = $2
  where ${seesAttendance('a')}`

/** Whom names may mean: people who attend the show, as far as whoever writes them may know. */
export const findMeant = (
  db: Db,
  writerId: string,
  showId: string,
  names: readonly string[],
): Promise<Mention[]> => rows(db, attending, [writerId, showId, names])
