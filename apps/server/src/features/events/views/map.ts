import { type EventSpot, MOST_SPOTS } from '@sharemyshows/contract/events'
import type { Db } from '../../../platform/db/connect.ts'
import { rows } from '../../../platform/db/read.ts'
import type { Viewer } from '../../../platform/http/actor.ts'
import { seesEvent } from '../../../viewer/rule.ts'
import type { Finding } from '../../search/feature.ts'
import { type Narrowing, picking } from '../rules.ts'

type Row = Omit<EventSpot, 'location'> & { latitude: number; longitude: number }

/** Events in a part of the map, the soonest first. */
export async function listSpots(
  { db, find }: { db: Db; find: Finding },
  viewer: Viewer,
  narrowing: Narrowing,
): Promise<{ items: EventSpot[]; more: boolean }> {
  const source = { from: 'shows s', sees: seesEvent('s') }
  const picked = picking(find, source, { narrowing, order: 'date', limit: MOST_SPOTS + 1 })
  const found = await rows<Row>(
    db,
    `with picked as materialized (${picked.text})
    select s.id, s.title, coalesce(a.name, s.title) as artist_name, v.name as venue_name, s.starts_at, s.time_zone,
      s.category, s.status, s.latitude, s.longitude
    from picked join shows s on s.id = picked.id join venues v on v.id = s.venue_id
      left join artists a on a.id = s.headliner_id order by picked.at, picked.id`,
    [viewer, ...picked.values],
  )
  const items = found.slice(0, MOST_SPOTS).map(
    ({ latitude, longitude, ...spot }): EventSpot => ({
      ...spot,
      location: { type: 'Point', coordinates: [longitude, latitude] },
    }),
  )
  return { items, more: found.length > MOST_SPOTS }
}

/** Categories are gathered from so many of the soonest events. */
const MOST_LOOKED_AT = 10_000
const MOST_CATEGORIES = 30

const categories = `select min(category) as category, count(*)::int as events
  from (select s.category, s.category_key from shows s
    where s.organizer_id is not null and s.category_key is not null and s.starts_at > now() - interval '31 days'
      and not is_over(s.starts_at, s.ends_at) and ${seesEvent('s')}
    order by s.starts_at, s.id limit ${MOST_LOOKED_AT}) soon
  group by category_key order by events desc, category limit ${MOST_CATEGORIES}`

/** What kinds of events there are, the most common first. */
export const listCategories = (db: Db, viewer: Viewer): Promise<{ category: string; events: number }[]> =>
  rows(db, categories, [viewer])
