import { isRefusal, type Refusal } from '@sharemyshows/contract/errors'
import type { Activity, ActivityPage } from '@sharemyshows/contract/feed'
import type { MediaKind } from '@sharemyshows/contract/media'
import type { Db } from '../../platform/db/connect.ts'
import { rows } from '../../platform/db/read.ts'
import { readCursor, writeCursor } from '../../platform/http/cursor.ts'
import { addressesOf } from '../../viewer/media-addresses.ts'
import { avatarOf } from '../../viewer/people-seen.ts'
import { gatheredBy, isMaybe, seesActivity } from './policy.ts'
import { LATER_ROUNDS, MOST_ROUNDS, MOST_SHOWN, MOST_TEXT, SPARE, sentenceOf } from './rules.ts'

/** Whose deeds: of all the viewer follows or is friends with, or of her friends alone. */
const whose = {
  all: `(r.kind = 'friend' and r.state = 'accepted' or r.kind = 'follow')`,
  friends: `r.kind = 'friend' and r.state = 'accepted'`,
}

/** SQL: the newest `$3` or fewer of what somebody (`who`, of `known`) did that may be for the viewer. */
const deedsOf = (who: string, most: string) => `select a.id from activities a
      where a.actor_id = ${who}.id and a.audience <> 'private' and a.id < $2::uuid
        and (a.audience <> 'friends' or ${who}.friend)
      order by a.id desc limit ${most}`

/**
 * The newest of each whom the viewer knows, of which the newest of all are the page (docs/decisions/0018). A page of n
 * is by those n whose last deed is the newest, so that only theirs are looked through. What the viewer herself is part
 * of comes to her as a notification; a friendship of two she knows is told once.
 */
const picked = (known: string) => `
  with known as materialized (
    select r.to_id as id, bool_or(r.kind = 'friend') as friend from relationships r
    where r.from_id = $1::uuid and ${known} group by r.to_id
  ), recent as materialized (
    select known.* from known cross join lateral (${deedsOf('known', '1')}) x
    order by x.id desc limit $3
  ), picked as materialized (
    select x.id from recent cross join lateral (${deedsOf('recent', '$3')}) x
    order by x.id desc limit $3
  )`

const person = (u: string) =>
  `json_build_object('id', ${u}.id, 'username', ${u}.username, 'display_name', ${u}.display_name,
    'avatar', ${avatarOf(u)})`

const shown = `select a.id, a.type, a.show_id, a.target_id as target_user_id, a.created_at, a.updated_at,
    ${isMaybe('a')} as maybe, ${person('actor')} as actor,
    case when target.id is not null then ${person('target')} end as target_user,
    s.organizer_id is not null as event, s.title, coalesce(headliner.name, s.title) as artist_name, s.show_date,
    s.starts_at, s.time_zone, is_over(s.starts_at, s.ends_at) as is_over, v.name as venue_name, v.city as venue_city,
    v.country as venue_country, mine.id is not null as mine,
    coalesce(gathered.count, 1) as count, coalesce(gathered.media, '[]') as media, left(c.content, ${MOST_TEXT}) as text
  from (select a.* from picked join activities a using (id)
      where a.target_id is distinct from $1::uuid
        and not (a.type = 'FRIENDSHIP' and a.actor_id > a.target_id
          and exists (select from known where known.id = a.target_id))
      order by a.id desc offset 0) a
    join users actor on actor.id = a.actor_id
    left join users target on target.id = a.target_id
    left join shows s on s.id = a.show_id
    left join artists headliner on headliner.id = s.headliner_id
    left join venues v on v.id = s.venue_id
    left join attendances mine on mine.show_id = a.show_id and mine.person_id = $1::uuid
    left join comments c on c.id = a.comment_id
    left join lateral (select max(first.count)::int as count,
        json_agg(json_build_object('id', first.id, 'kind', first.kind, 'state', first.state,
          'placeholder', first.placeholder, 'title', first.caption) order by first.created_at, first.id) as media
      from (select m.*, count(*) over () as count from ${gatheredBy('a')} order by m.created_at, m.id
        limit ${MOST_SHOWN}) first) gathered on a.gathers_until is not null
  where ${seesActivity('a')}`

/** One row of nothing when nothing that was picked is the viewer's to know. */
const textOf = (known: string) => `${picked(known)}, last as materialized (
    select p.n, a.id, a.created_at from (select count(*)::int as n, (array_agg(id order by id))[1] as id from picked) p
      left join activities a on a.id = p.id)
  select last.n as picked, last.id as last_id, date_trunc('milliseconds', last.created_at) as last_at, x.*
  from last left join lateral (${shown}) x on true order by x.id desc nulls last`

const texts = { all: textOf(whose.all), friends: textOf(whose.friends) }

type Row = Pick<Activity, 'id' | 'type' | 'show_id' | 'target_user_id' | 'created_at' | 'updated_at'> &
  Pick<Activity, 'actor' | 'target_user' | 'count' | 'text'> &
  NonNullable<Activity['show']> & {
    event: boolean
    maybe: boolean
    is_over: boolean
    media: { id: string; kind: MediaKind; state: string; placeholder: string | null; title: string | null }[]
  }
type Found = { picked: number; last_id: string; last_at: string } & Row

/** Later than any. */
const END = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** What those do whom the viewer follows or is friends with, the latest first. */
export async function readFeed(
  db: Db,
  viewer: string,
  { cursor, limit, friends }: { cursor?: string | undefined; limit: number; friends: boolean },
): Promise<ActivityPage | Refusal> {
  const position = cursor === undefined ? { at: '', id: END } : readCursor(cursor)
  if (isRefusal(position)) return position
  const items: Row[] = []
  let last = position
  for (let round = 0; round < MOST_ROUNDS && items.length <= limit; round++) {
    const wanted = round === 0 ? limit + 1 + SPARE : LATER_ROUNDS
    const found = await rows<Found>(db, texts[friends ? 'friends' : 'all'], [viewer, last.id, wanted])
    items.push(...found.filter((one) => one.id !== null))
    const [first] = found
    if (first === undefined || first.picked < wanted) return pageOf(items, limit)
    last = { at: first.last_at, id: first.last_id }
  }
  return pageOf(items, limit, last)
}

/** `last` is where it goes on when there are too few for a page and may be more. */
function pageOf(items: Row[], limit: number, last?: { at: string; id: string }): ActivityPage {
  const shown = items.slice(0, limit)
  const end = items.length > limit ? shown.at(-1) : undefined
  const next = end === undefined ? last : { at: end.created_at, id: end.id }
  return { items: shown.map(activity), next_cursor: next === undefined ? null : writeCursor(next) }
}

function activity(found: Row): Activity {
  const { id, type, actor, show_id, target_user_id, target_user, media, count, text } = found
  const show = { type, actor, target: target_user, count, maybe: found.maybe, is_over: found.is_over }
  const title = show_id === null ? null : (found.title ?? found.artist_name)
  return {
    id,
    type,
    actor,
    show_id,
    event_id: found.event ? show_id : null,
    target_user_id,
    summary: sentenceOf({ ...show, show: title, venue: show_id === null ? null : found.venue_name }),
    show: show_id === null ? null : showOf(found, show_id),
    target_user,
    media: media.map(({ state, ...medium }) => ({
      ...medium,
      thumbnail: addressesOf({ ...medium, state, own: false, renditions: [] }).thumbnail ?? null,
    })),
    count,
    text,
    created_at: found.created_at,
    updated_at: found.updated_at,
  }
}

const showOf = (found: Row, id: string): NonNullable<Activity['show']> => ({
  id,
  title: found.title,
  artist_name: found.artist_name,
  show_date: found.show_date,
  venue_name: found.venue_name,
  venue_city: found.venue_city,
  venue_country: found.venue_country,
  mine: found.mine,
  starts_at: found.starts_at,
  time_zone: found.time_zone,
})
