import { isRefusal, type Refusal } from '@sharemyshows/contract/errors'
import type { Acquaintance } from '@sharemyshows/contract/friends'
import type { Paging } from '@sharemyshows/contract/paging'
import type { Db } from '../../../platform/db/connect.ts'
import { rows } from '../../../platform/db/read.ts'
import { avatarOf } from '../../../viewer/people-seen.ts'
import { relationOf } from '../../../viewer/relation.ts'
import { seesPerson, seesProfile } from '../../../viewer/rule.ts'
import { sharedShows } from '../policy.ts'
import { readNameCursor, soughtBy, windowOf, writeNameCursor } from '../rules.ts'

/** A person (alias `u`) and what she and the viewer are to each other; dear, so only for those that are shown. */
const acquainted = `u.id, u.username, u.display_name, ${avatarOf('u')} as avatar, ${relationOf('u.id')} as relation,
  ${sharedShows('u')} as shared_shows`

/** Every word begins one of the person's (her `words` begin with a space). */
const begins = (typed: string) =>
  `array(select '% ' || like_literal(word) || '%' from unnest(folded_words(${typed})) word)`

const byName = `
  with typed as materialized (select $2::text as name, fold($2::text) as whole, ${begins('$2::text')} as patterns
    offset 0)
  select ${acquainted}
  from (select * from (
      select u.*, fold(u.username::text) = (select whole from typed) as is_name from users u
      where u.id <> $1::uuid and u.words like (select coalesce(patterns[1], '') from typed)
        and u.words like all ((select patterns from typed)::text[])
      order by is_name desc, u.words like (select ' ' || like_literal(whole) || '%' from typed) desc, length(u.words),
        u.words, u.id offset 0) u
    where ${seesProfile('u')} or u.username = (select name from typed)::citext and ${seesPerson('u.id')}
    limit $3) u`

const byAddress = `
  select ${acquainted} from users u
  where u.email = $2::citext and u.email_verified and u.found_by_email and u.id <> $1::uuid and ${seesProfile('u')}
  limit $3`

export type People = { items: Acquaintance[]; next_cursor: string | null }

/** People by the beginnings of their names, or the one of an address. */
export async function searchPeople(
  db: Db,
  viewer: string,
  { q, limit }: { q: string; limit: number },
): Promise<People> {
  const sought = soughtBy(q)
  if (sought === undefined) return { items: [], next_cursor: null }
  const found =
    'name' in sought
      ? await rows<Acquaintance>(db, byName, [viewer, sought.name, limit])
      : await rows<Acquaintance>(db, byAddress, [viewer, sought.address, limit])
  return { items: found, next_cursor: null }
}

/** So many of the viewer's latest shows are looked at, and so many people of each. */
const MOST_SHOWS = 500
const MOST_OF_A_SHOW = 100
/** Audiences by which people who are no friends know of each other at a show both attend. */
const open = `('public', 'attendees')`

const suggested = `
  with met as materialized (
    select t.person_id, count(*) as shows
    from (select d.show_id from attendances d
        where d.person_id = $1::uuid and d.starts_at < now() and d.audience in ${open}
        order by d.starts_at desc limit ${MOST_SHOWS}) mine
      cross join lateral (select x.person_id from attendances x
        where x.show_id = mine.show_id and x.audience in ${open} and x.person_id <> $1::uuid
        limit ${MOST_OF_A_SHOW}) t
    group by t.person_id
  ), known as materialized (
    select case when r.from_id = $1::uuid then r.to_id else r.from_id end as id from relationships r
    where (r.from_id = $1::uuid or r.to_id = $1::uuid) and r.kind = 'friend' and r.state <> 'withdrawn'
  )
  select ${acquainted}
  from (select u.* from (select met.* from met where not exists (select from known where known.id = met.person_id)
        order by met.shows desc, met.person_id offset 0) met
      cross join lateral (select u.*, met.shows from users u where u.id = met.person_id and ${seesProfile('u')}) u
    limit $2) u
  order by u.shows desc, u.id`

/** People the viewer was at shows with and does not know yet, most shared shows first. */
export const listSuggestions = async (db: Db, viewer: string, limit: number): Promise<People> => ({
  items: await rows<Acquaintance>(db, suggested, [viewer, limit]),
  next_cursor: null,
})

const friends = (position: string) => `
  select ${acquainted}, u.name
  from (select u.*, k.name from relationships r join users u on u.id = r.to_id
      cross join lateral (select fold(coalesce(nullif(u.display_name, ''), u.username::text)) as name) k
    where r.from_id = $1::uuid and r.kind = 'friend' and r.state = 'accepted' and ${seesPerson('u.id')}
      and ($4::text is null or u.words like all (${begins('$4::text')})) ${position}
    order by k.name, u.id limit $2 offset $3) u
  order by u.name, u.id`
const pages = { first: friends(''), next: friends('and (k.name, u.id) > ($5::text, $6::uuid)') }

/** The viewer's friends by name; with `q`, those whose names begin so. */
export async function listFriends(
  db: Db,
  viewer: string,
  { q, ...paging }: Paging & { q?: string | undefined },
): Promise<People | Refusal> {
  type Row = Acquaintance & { name: string }
  const { limit, offset } = windowOf(paging)
  const position = paging.cursor === undefined ? undefined : readNameCursor(paging.cursor)
  if (isRefusal(position)) return position
  const values = [viewer, limit + 1, offset, q ?? null]
  const found =
    position === undefined
      ? await rows<Row>(db, pages.first, values)
      : await rows<Row>(db, pages.next, [...values, position.name, position.id])
  const shown = found.slice(0, limit)
  const last = found.length > limit ? shown.at(-1) : undefined
  return {
    items: shown.map(({ name: _name, ...person }) => person),
    next_cursor: last === undefined ? null : writeNameCursor(last),
  }
}
