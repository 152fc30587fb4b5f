import type { VenuePage } from '@sharemyshows/contract/venues'
import type { Db } from '../../platform/db/connect.ts'
import { row } from '../../platform/db/read.ts'
import type { Viewer } from '../../platform/http/actor.ts'
import { everyoneSeesShow, seesShow } from '../../viewer/rule.ts'
import { nights, photosOf, pointOf } from '../../viewer/shows-seen.ts'

const venue = `
  with seen as materialized (
    select s.id, s.show_date, s.starts_at, is_over(s.starts_at, s.ends_at) as over, d.id is not null as mine
    from shows s left join attendances d on d.show_id = s.id and d.person_id = $1
    where s.venue_id = $2 and ${seesShow('s')}
  ), artists_played as (
    select a.id, a.name, count(*)::int as shows, (count(*) filter (where seen.mine))::int as mine
    from seen join performances p on p.show_id = seen.id join artists a on a.id = p.artist_id
    where seen.over group by a.id
  )
  select v.id, v.name, v.address, v.city, v.state, v.country, ${pointOf('v')} as point, v.time_zone,
    exists (select 1 from shows s where s.venue_id = v.id and ${everyoneSeesShow('s')}) as is_public,
    numbers.*, ${photosOf('seen')} as photos,
    (select count(*)::int from artists_played) as artist_count,
    (select coalesce(json_agg(a order by a.mine desc, a.shows desc, a.name), '[]')
      from (select * from artists_played order by mine desc, shows desc, name limit 50) a) as artists
  from venues v cross join (${nights('seen')}) numbers
  where v.id = $2 and numbers.shows > 0`

type Row = Omit<VenuePage, 'my' | 'counts'> & {
  my: { shows: number; first: string | null; last: string | null; next: string | null } | null
  shows: number
  upcoming: number
  artist_count: number
}

/** A venue of shows that the viewer sees; undefined when to her there is none. */
export async function readVenue(db: Db, viewer: Viewer, id: string): Promise<VenuePage | undefined> {
  const found = await row<Row>(db, venue, [viewer, id])
  if (found === undefined) return undefined
  const { my, shows, upcoming, artist_count: artists, ...page } = found
  return { ...page, my: my && visits(my), counts: { shows, upcoming, artists } }
}

const visits = ({ shows, ...days }: NonNullable<Row['my']>) => ({ visits: shows, ...days })
