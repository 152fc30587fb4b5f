import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { ModerationCase, ReportTarget } from '@sharemyshows/contract/moderation'
import type { Db } from '../../platform/db/connect.ts'
import { row, rows } from '../../platform/db/read.ts'
import { readCursor, writeCursor } from '../../platform/http/cursor.ts'
import { avatarOf } from '../../viewer/people-seen.ts'
import { MOST_SHOWN } from './rules.ts'

const name = (u: string) => `'id', ${u}.id, 'username', ${u}.username, 'display_name', ${u}.display_name,
  'avatar', ${avatarOf(u)}`
const personOf = (u: string) => `case when ${u}.id is not null then json_build_object(${name(u)}) end`

const there = `case k.target
    when 'show' then exists (select 1 from shows s where s.id = k.target_id)
    when 'comment' then exists (select 1 from comments c where c.id = k.target_id and c.deleted_at is null)
    when 'message' then exists (select 1 from messages m where m.id = k.target_id and m.deleted_at is null)
    when 'person' then u.id is not null
    else exists (select 1 from media m where m.id = k.target_id and m.deleted_at is null) end`

const pictured = `exists (select 1 from media m join renditions r on r.media_id = m.id and r.name = 'thumbnail'
  where m.id = k.target_id and m.deleted_at is null)`

/** A case for a moderator `$1`; those about herself are for others. */
const cases = `from moderation_cases k left join users u on u.id = k.person_id
    left join users decider on decider.id = k.decided_by
  where k.person_id is distinct from $1::uuid`

const excerpt = `case when k.target = 'show' and k.person_id is null then coalesce((
    select coalesce(s.title, headliner.name) from shows s left join artists headliner on headliner.id = s.headliner_id
    where s.id = k.target_id), '') else k.excerpt end`

const described = `k.id, k.target, k.target_id, ${excerpt} as excerpt, k.show_id, k.action, k.decision, k.decided_at, k.created_at,
  k.updated_at, case when k.decided_at is null then 'open' else 'decided' end as state, ${there} as exists,
  case when k.target in ('photo', 'video') and ${pictured} then '/api/v1/moderation/cases/' || k.id || '/picture'
    when k.target = 'person' then ${avatarOf('u')} end as thumbnail,
  case when u.id is not null then
    json_build_object(${name('u')}, 'suspended', u.suspended_at is not null) end as person,
  ${personOf('decider')} as decided_by,
  (select coalesce(json_agg(json_build_object('reporter', ${personOf('reporter')}, 'reason', r.reason, 'note', r.note,
      'created_at', to_char(r.created_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by r.created_at, r.id), '[]')
    from (select * from reports said where said.case_id = k.id order by said.created_at, said.id limit ${MOST_SHOWN}) r
      left join users reporter on reporter.id = r.reporter_id) as reports`

const waiting = `(select count(*)::int ${cases} and k.decided_at is null)`

/** One row of nothing but the number when there is nothing on the page. */
const page = (which: string, moment: string, order: 'asc' | 'desc') => `
  select counted.open, p.* from (select ${waiting} as open) counted left join lateral (
    select ${described} ${cases} and ${which} and ($2::text is null or k.target = $2)
      and ($3::timestamptz is null or (${moment}, k.id) ${order === 'asc' ? '>' : '<'} ($3::timestamptz, $4::uuid))
    order by ${moment} ${order}, k.id ${order} limit $5) p on true
  order by p.${moment.slice(2)} ${order}, p.id ${order}`

const pages = {
  open: page('k.decided_at is null', 'k.created_at', 'asc'),
  decided: page('k.decided_at is not null', 'k.decided_at', 'desc'),
}
const one = `select ${described} ${cases} and k.id = $2`

type Query = {
  state: 'open' | 'decided'
  target?: ReportTarget | undefined
  limit: number
  cursor?: string | undefined
}
type Page = { items: ModerationCase[]; next_cursor: string | null; open: number }

/** A page of cases: open ones oldest first, decided ones latest first. */
export async function listCases(db: Db, viewerId: string, query: Query): Promise<Page | Refusal> {
  const { state, target, limit, cursor } = query
  const position = cursor === undefined ? undefined : readCursor(cursor)
  if (isRefusal(position)) return position
  const found = await rows<ModerationCase & { open: number }>(db, pages[state], [
    viewerId,
    target ?? null,
    position?.at ?? null,
    position?.id ?? null,
    limit + 1,
  ])
  const items = found.filter(({ id }) => id !== null).slice(0, limit)
  const last = found.length > limit ? items.at(-1) : undefined
  const at = state === 'open' ? last?.created_at : last?.decided_at
  return {
    items: items.map(({ open: _counted, ...rest }) => rest),
    next_cursor: last && at ? writeCursor({ at, id: last.id }) : null,
    open: found[0]?.open ?? 0,
  }
}

/** One case. */
export const readCase = async (db: Db, viewerId: string, id: string): Promise<ModerationCase | Refusal> =>
  (await row<ModerationCase>(db, one, [viewerId, id])) ?? refuse('not_found')

type Pictured = { kind: 'photo' | 'video'; media_id: string; owner_id: string }

/** The medium of a case that has a picture. */
export const findPictured = (db: Db, viewerId: string, id: string): Promise<Pictured | undefined> =>
  row(
    db,
    `select m.kind, m.id as media_id, m.owner_id ${cases.replace('where', 'join media m on m.id = k.target_id where')}
      and k.id = $2 and k.target in ('photo', 'video')`,
    [viewerId, id],
  )
