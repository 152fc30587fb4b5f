import type { AudienceCounts } from '@sharemyshows/contract/audiences'
import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Paging } from '@sharemyshows/contract/paging'
import type { Blocked, PublicProfile } from '@sharemyshows/contract/people'
import type { Db } from '../../platform/db/connect.ts'
import { row, rows } from '../../platform/db/read.ts'
import type { Viewer } from '../../platform/http/actor.ts'
import { readCursor, writeCursor } from '../../platform/http/cursor.ts'
import { avatarOf } from '../../viewer/people-seen.ts'
import { relationOf } from '../../viewer/relation.ts'
import { seesAttendance, seesMedium, seesPerson, seesProfile } from '../../viewer/rule.ts'
import { keyOf, type Side } from './rules.ts'

/**
 * The person is found first, so that a diary is read once and only for somebody whose profile is open to the viewer;
 * of others the name and the picture are told.
 */
const profile = `
  with person as materialized (
    select u.id, u.username, u.display_name, ${avatarOf('u')} as avatar, u.bio, u.home_city, u.created_at,
      coalesce(${seesProfile('u')}, false) as open
    from users u where u.username = $2 and ${seesPerson('u.id')}
  ), diary as materialized (
    select d.show_id, s.venue_id from person join attendances d on d.person_id = person.id
      join shows s on s.id = d.show_id where person.open and ${seesAttendance('d')}
  ), played as (
    select a.id, a.name, count(*)::int as shows
    from diary join performances p on p.show_id = diary.show_id join artists a on a.id = p.artist_id group by a.id
  )
  select person.id, person.username, person.display_name, person.avatar, not person.open as hidden,
    case when person.open then person.bio end as bio,
    case when person.open then person.home_city end as home_city,
    case when person.open then person.created_at end as created_at,
    case when person.open then json_build_object(
      'shows', (select count(*) from diary),
      'artists', (select count(*) from played),
      'venues', (select count(distinct venue_id) from diary),
      'photos', (select count(*) from media m
        where m.owner_id = person.id and m.kind = 'photo' and m.state <> 'failed' and ${seesMedium('m')}),
      'followers', (select count(*) from relationships r where r.to_id = person.id and r.kind = 'follow'
        and ${seesPerson('r.from_id')}),
      'following', (select count(*) from relationships r where r.from_id = person.id and r.kind = 'follow'
        and ${seesPerson('r.to_id')})) end as counts,
    case when $1::uuid <> person.id then ${relationOf('person.id')} end as relation,
    (select coalesce(json_agg(a order by a.shows desc, a.name), '[]')
      from (select * from played order by shows desc, name limit 6) a) as top_artists
  from person`

/** A person as this viewer sees her; undefined when to her there is nobody of that name. */
export const readProfile = (db: Db, viewer: Viewer, username: string): Promise<PublicProfile | undefined> =>
  row<PublicProfile>(db, profile, [viewer, username])

const shown = `select u.avatar from users u where u.id = $2 and u.avatar is not null and ${seesPerson('u.id')}`

export type AvatarFile = { key: string; etag: string; fileName: string; immutable: boolean }

/** The file of a person's picture; its address may be kept for good when `v` names the picture she shows now. */
export async function findAvatar(
  db: Db,
  viewer: Viewer,
  id: string,
  { size, v }: { size: `${Side}`; v?: string | undefined },
): Promise<AvatarFile | Refusal> {
  const found = await row<{ avatar: string }>(db, shown, [viewer, id])
  if (found === undefined) return refuse('not_found')
  const { avatar } = found
  return {
    key: keyOf(avatar, size === '96' ? 96 : 512),
    etag: `${avatar}-${size}`,
    fileName: `person-${id}.webp`,
    immutable: v === avatar,
  }
}

type BlockRow = { id: string; username: string; display_name: string | null; since: string }

const blocked = (position: string) => `
  select u.id, u.username, u.display_name, date_trunc('milliseconds', r.created_at) as since
  from relationships r join users u on u.id = r.to_id
  where r.from_id = $1::uuid and r.kind = 'block' ${position}
  order by since desc, u.id desc limit $2 offset $3`
const after = `and (date_trunc('milliseconds', r.created_at), r.to_id) < ($4::timestamptz, $5::uuid)`
const blocks = { first: blocked(''), next: blocked(after) }

/** Whom a person has blocked, the latest first. Of their faces she sees nothing. */
export async function listBlocks(
  db: Db,
  personId: string,
  paging: Paging,
): Promise<{ items: Blocked[]; next_cursor: string | null } | Refusal> {
  const limit = paging.per_page ?? paging.limit
  const position = paging.cursor === undefined ? undefined : readCursor(paging.cursor)
  if (isRefusal(position)) return position
  const values = [personId, limit + 1, ((paging.page ?? 1) - 1) * limit]
  const found =
    position === undefined
      ? await rows<BlockRow>(db, blocks.first, values)
      : await rows<BlockRow>(db, blocks.next, [...values, position.at, position.id])
  const shown = found.slice(0, limit)
  const last = found.length > limit ? shown.at(-1) : undefined
  return {
    items: shown.map(({ since, ...person }) => ({ user: { ...person, avatar: null }, created_at: since })),
    next_cursor: last === undefined ? null : writeCursor({ at: last.since, id: last.id }),
  }
}

const NONE = { private: 0, friends: 0, attendees: 0, public: 0 }

const audiences = `
  select coalesce((select json_object_agg(audience, n) from (select audience, count(*)::int as n
      from attendances where person_id = $1::uuid group by audience) a), '{}') as shows,
    coalesce((select json_object_agg(audience, n) from (select audience, count(*)::int as n
      from media where owner_id = $1::uuid and deleted_at is null and state <> 'failed' group by audience) m), '{}') as media`

/** How many of a person's own shows and media are for whom. */
export async function countAudiences(db: Db, personId: string): Promise<AudienceCounts> {
  const found = await row<Record<keyof AudienceCounts, Partial<typeof NONE>>>(db, audiences, [personId])
  return { shows: { ...NONE, ...found?.shows }, media: { ...NONE, ...found?.media } }
}
