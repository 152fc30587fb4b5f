import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Revision } from '@sharemyshows/contract/history'
import type { Db } from '../../platform/db/connect.ts'
import { row, rows } from '../../platform/db/read.ts'
import type { Viewer } from '../../platform/http/actor.ts'
import { readCursor, writeCursor } from '../../platform/http/cursor.ts'
import { avatarOf } from '../../viewer/people-seen.ts'
import { seesAttendance, seesPerson, seesShow } from '../../viewer/rule.ts'

/** Revisions `r` the viewer may know of: what nobody else could know of then stays its author's. */
const shown = '(not r.hidden or r.author_id = $1::uuid)'

/** The author is named to those who may see her and may know that she was there, or that she organises it. */
const named = `(r.author_id = $1::uuid or ${seesPerson('r.author_id')} and (
  (select true from attendances authoring where authoring.show_id = r.show_id
    and authoring.person_id = r.author_id and ${seesAttendance('authoring')})
  or (select true from shows published where published.id = r.show_id
    and published.organizer_id = r.author_id and published.visibility = 'public')))`

const described = (which: string, position: string) => `
  select r.id, r.subject, r.subject_id, r.kind, r.changes, r.reverts_id as reverts, r.created_at,
    (select s.id from shows s where s.id = r.show_id and ${seesShow('s')}) as show_id,
    u.id as author_id, u.username, u.display_name, ${avatarOf('u')} as avatar,
    r.author_id is null and r.signed as deleted
  from revisions r left join users u on u.id = r.author_id and ${named}
  where ${which} and ${shown} ${position}`

const after = 'and (r.created_at, r.id) < ($4::timestamptz, $5::uuid)'

type Kind = 'show' | 'artist' | 'venue'

const subjects: Record<Kind, { which: string; seen: string }> = {
  show: {
    which: `r.show_id = $2 and (r.subject = 'show' or r.kind <> 'merge')`,
    seen: `select s.id from shows s where s.id = $2 and ${seesShow('s')}`,
  },
  artist: {
    which: `r.subject = 'artist' and r.subject_id = $2`,
    seen: `select p.artist_id as id from performances p join shows s on s.id = p.show_id
      where p.artist_id = $2 and ${seesShow('s')} limit 1`,
  },
  venue: {
    which: `r.subject = 'venue' and r.subject_id = $2`,
    seen: `select s.venue_id as id from shows s where s.venue_id = $2 and ${seesShow('s')} limit 1`,
  },
}

const page = (kind: Kind, position: string) => `
  select p.* from (${subjects[kind].seen}) seen left join lateral (
    ${described(subjects[kind].which, position)} order by r.created_at desc, r.id desc limit $3) p on true
  order by p.created_at desc, p.id desc`

type Row = Omit<Revision, 'by' | 'author'> & {
  author_id: string | null
  username: string
  display_name: string | null
  avatar: string | null
  deleted: boolean
}

/** Revisions newest first; refused when to this viewer the show, artist or venue does not exist. */
export async function listRevisions(
  db: Db,
  viewer: Viewer,
  kind: Kind,
  id: string,
  paging: { limit: number; cursor?: string | undefined },
): Promise<{ items: Revision[]; next_cursor: string | null } | Refusal> {
  const position = paging.cursor === undefined ? undefined : readCursor(paging.cursor)
  if (isRefusal(position)) return position
  const values = [viewer, id, paging.limit + 1]
  const found =
    position === undefined
      ? await rows<Row>(db, page(kind, ''), values)
      : await rows<Row>(db, page(kind, after), [...values, position.at, position.id])
  if (found.length === 0) return refuse('not_found')
  const shown = found.filter((revision) => revision.id !== null).slice(0, paging.limit)
  const last = found.length > paging.limit ? shown.at(-1) : undefined
  return {
    items: shown.map(revision),
    next_cursor: last === undefined ? null : writeCursor({ at: last.created_at, id: last.id }),
  }
}

function revision({ author_id, username, display_name, avatar, deleted, ...rest }: Row): Revision {
  const author = author_id === null ? null : { id: author_id, username, display_name, avatar }
  return { ...rest, author, by: author !== null ? 'person' : deleted ? 'deleted' : 'someone' }
}

const one = `select r.id, r.subject, r.subject_id, r.kind, r.changes from revisions r
  where ${subjects.show.which} and r.id = $3 and ${shown}`

/** What a revision of a show changed; undefined when to this viewer there is none. The show she has been found to see. */
export const readRevision = (
  db: Db,
  viewer: Viewer,
  showId: string,
  id: string,
): Promise<Pick<Revision, 'id' | 'subject' | 'subject_id' | 'kind' | 'changes'> | undefined> =>
  row(db, one, [viewer, showId, id])
