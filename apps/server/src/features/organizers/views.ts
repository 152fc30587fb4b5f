import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type {
  ApplicationQuery,
  OrganizerApplication,
  OrganizerRequest,
} from '@sharemyshows/contract/organizers'
import type { Db } from '../../platform/db/connect.ts'
import { row, rows } from '../../platform/db/read.ts'
import { readCursor, writeCursor } from '../../platform/http/cursor.ts'
import { avatarOf } from '../../viewer/people-seen.ts'
import { stateOf } from './rules.ts'
import { findLatest, type RequestRow } from './store.ts'

const request = ({
  id,
  message,
  granted,
  decided_at,
  created_at,
  updated_at,
}: RequestRow): OrganizerRequest => ({
  id,
  state: stateOf(granted),
  message,
  decided_at,
  created_at,
  updated_at,
})

/** A person's own latest request, if any. */
export async function readOwn(db: Db, personId: string): Promise<OrganizerRequest | null> {
  const found = await findLatest(db, personId)
  return found === undefined ? null : request(found)
}

type Row = RequestRow & { person: OrganizerApplication['person'] }

const described = `select r.id, r.person_id, r.message, r.granted, r.decided_at, r.updated_at,
    date_trunc('milliseconds', r.created_at) as created_at,
    json_build_object('id', u.id, 'username', u.username, 'display_name', u.display_name,
      'avatar', ${avatarOf('u')}) as person
  from organizer_requests r join users u on u.id = r.person_id`

const page = `${described} where (r.decided_at is null) = $1::boolean and ($2::uuid is null or r.id < $2)
  order by r.id desc limit $3`
const one = `${described} where r.id = $1`

const application = ({ person, ...rest }: Row): OrganizerApplication => ({ ...request(rest), person })

/** A page of requests, newest first; for admins. */
export async function listApplications(
  db: Db,
  { state, limit, cursor }: ApplicationQuery,
): Promise<{ items: OrganizerApplication[]; next_cursor: string | null } | Refusal> {
  const position = cursor === undefined ? undefined : readCursor(cursor)
  if (isRefusal(position)) return position
  const found = await rows<Row>(db, page, [state === 'pending', position?.id ?? null, limit + 1])
  const items = found.slice(0, limit).map(application)
  const last = found.length > limit ? items.at(-1) : undefined
  return {
    items,
    next_cursor: last === undefined ? null : writeCursor({ at: last.created_at, id: last.id }),
  }
}

/** One request, for admins. */
export async function readApplication(db: Db, id: string): Promise<OrganizerApplication | Refusal> {
  const found = await row<Row>(db, one, [id])
  return found === undefined ? refuse('not_found') : application(found)
}
