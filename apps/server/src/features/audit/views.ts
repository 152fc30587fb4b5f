import type { AuditEvent, AuditQuery } from '@sharemyshows/contract/audit'
import { isRefusal, type Refusal } from '@sharemyshows/contract/errors'
import type { Db } from '../../platform/db/connect.ts'
import { rows } from '../../platform/db/read.ts'
import { readCursor, writeCursor } from '../../platform/http/cursor.ts'

type Row = Omit<AuditEvent, 'actor' | 'subject' | 'updated_at'> & {
  actor_id: string | null
  actor: string | null
  subject_id: string | null
  subject: string | null
}

const page = `select e.id, e.act, e.details, date_trunc('milliseconds', e.created_at) as created_at,
    e.actor_id, coalesce(a.username::text, e.actor_pseudonym) as actor,
    e.subject_id, coalesce(s.username::text, e.subject_pseudonym) as subject
  from audit_events e left join users a on a.id = e.actor_id left join users s on s.id = e.subject_id
  where ($1::text is null or e.act = $1)
    and ($2::uuid is null or e.actor_id = $2 or e.subject_id = $2)
    and ($3::uuid is null or e.id < $3)
  order by e.id desc limit $4`

const somebody = (id: string | null, name: string | null) => (name === null ? null : { id, name })

/** A page of the trail, newest first; for admins, who all see the whole of it. */
export async function listEvents(
  db: Db,
  { act, person_id, cursor, limit }: AuditQuery,
): Promise<{ items: AuditEvent[]; next_cursor: string | null } | Refusal> {
  const position = cursor === undefined ? undefined : readCursor(cursor)
  if (isRefusal(position)) return position
  const found = await rows<Row>(db, page, [act ?? null, person_id ?? null, position?.id ?? null, limit + 1])
  const shown = found.slice(0, limit)
  const last = found.length > limit ? shown.at(-1) : undefined
  return {
    items: shown.map(event),
    next_cursor: last === undefined ? null : writeCursor({ at: last.created_at, id: last.id }),
  }
}

const event = ({ actor_id, actor, subject_id, subject, ...rest }: Row): AuditEvent => ({
  ...rest,
  actor: somebody(actor_id, actor),
  subject: somebody(subject_id, subject),
  // a line is written once
  updated_at: rest.created_at,
})
