import type { RevisedChange, Revision } from '@sharemyshows/contract/history'
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/connect.ts'
import { newId } from '../../platform/db/ids.ts'
import { row } from '../../platform/db/read.ts'

export type Subject = Revision['subject']

/** A change of a shared fact. */
export type NewRevision = {
  subject: Subject
  subjectId: string
  /** Where it happened. */
  showId: string | null
  authorId: string
  kind: Revision['kind']
  changes: readonly RevisedChange[]
  revertsId?: string | undefined
  /** Only people who hide that they were there know of the subject; when not given, as it is now. */
  hidden?: boolean | undefined
}

const showsOf: Record<Subject, (id: string) => string> = {
  show: (id) => `s.id = ${id}`,
  venue: (id) => `s.venue_id = ${id}`,
  artist: (id) => `s.id in (select p.show_id from performances p where p.artist_id = ${id})`,
}

const hides = (
  subject: Subject,
  id: string,
) => `not exists (select 1 from shows s where ${showsOf[subject](id)}
  and (s.organizer_id is not null and s.visibility = 'public'
    or exists (select 1 from attendances a where a.show_id = s.id and a.audience <> 'private')))`

/** True while only people who hide that they were there know of it. */
export async function isHidden(db: Db, subject: Subject, id: string): Promise<boolean> {
  const found = await row<{ hidden: boolean }>(db, `select ${hides(subject, '$1::uuid')} as hidden`, [id])
  return found?.hidden ?? true
}

const insert = (subject: Subject) => `
  insert into revisions (id, subject, subject_id, show_id, author_id, kind, changes, reverts_id, signed, hidden)
  values ($1, '${subject}', $2, $3, $4, $5, $6::jsonb, $7,
    exists (select 1 from attendances a where a.show_id = $3 and a.person_id = $4 and a.audience = 'public'),
    coalesce($8::boolean, ${hides(subject, '$2::uuid')}))`

export async function insertRevision(tx: Tx, revision: NewRevision): Promise<void> {
  const { subject, subjectId, showId, authorId, kind, changes, revertsId = null, hidden = null } = revision
  const said = JSON.stringify(changes)
  await row(tx, insert(subject), [newId(), subjectId, showId, authorId, kind, said, revertsId, hidden])
}

/** Hands all revisions of one on to what it has become. */
export async function moveRevisions(tx: Tx, subject: Subject, fromId: string, intoId: string): Promise<void> {
  await sql`update revisions set subject_id = ${intoId} where subject = ${subject} and subject_id = ${fromId}`.execute(
    tx,
  )
  if (subject !== 'show') return
  await sql`update revisions set show_id = ${intoId} where show_id = ${fromId}`.execute(tx)
}

/** Deletes all that was ever changed of these. */
export async function dropRevisions(tx: Tx, subject: Subject, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.deleteFrom('revisions').where('subject', '=', subject).where('subject_id', 'in', ids).execute()
}

/** Deletes what only its author could read; the rest loses her with her account. */
export async function deleteHidden(tx: Tx, authorId: string): Promise<void> {
  await tx.deleteFrom('revisions').where('author_id', '=', authorId).where('hidden', '=', true).execute()
}
