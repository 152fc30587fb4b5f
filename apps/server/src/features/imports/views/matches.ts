import type { Db } from '../../../platform/db/connect.ts'
import { rows } from '../../../platform/db/read.ts'
import type { Viewer } from '../../../platform/http/actor.ts'
import { seesShow } from '../../../viewer/rule.ts'
import type { KeyOfRow, Match, NightOfRow } from '../kinds.ts'

const nights = `jsonb_to_recordset($2::jsonb) as e
  (n integer, day date, artist text, venue text, town text, latitude float8, longitude float8)`

const isVenue = `(exists (select 1 from venues called
      where called.name_key = fold(e.venue) and coalesce(called.merged_into, called.id) = v.id
        and (e.town is null or called.city_key is null or v.city_key is null
          or fold(e.town) in (called.city_key, v.city_key)))
    or v.pos <-> ll_to_earth(e.latitude, e.longitude) <= 300)`

const isArtist = `(case when s.headliner_id is null then s.title_key = fold(e.artist)
  else s.headliner_id = (select coalesce(a.merged_into, a.id) from artists a where a.name_key = fold(e.artist)) end)`

const isNearlyArtist = `(near_key(fold(e.artist)) = near_key(coalesce(a.name_key, s.title_key))
  or similarity(fold(e.artist), coalesce(a.name_key, s.title_key)) >= 0.5)`

const described = `s.id as show_id, coalesce(a.name, s.title) as artist_name, v.name as venue_name`
const made = `shows s join venues v on v.id = s.venue_id left join artists a on a.id = s.headliner_id`

/** The viewer's own shows of that day first: the index holds them by the moment, at most a day off. */
const matches = `
  select e.n, found.* from ${nights} cross join lateral (
    select * from (
      select ${described}, true as mine, is_same.artist and is_same.venue as same, is_same.artist as same_artist
      from attendances mine join ${made} on s.id = mine.show_id
      cross join lateral (select ${isArtist} is true as artist, ${isVenue} is true as venue) is_same
      where mine.person_id = $1::uuid and mine.starts_at between e.day - interval '2 days' and e.day + interval '3 days'
        and s.show_date = e.day and (is_same.artist or is_same.venue and ${isNearlyArtist})
      union all
      select ${described}, false, true, true from ${made}
      where s.show_date = e.day
        and s.headliner_id = (select coalesce(x.merged_into, x.id) from artists x where x.name_key = fold(e.artist))
        and ${isVenue} and ${seesShow('s')}
        and not exists (select 1 from attendances mine where mine.show_id = s.id and mine.person_id = $1::uuid)
    ) either order by mine and same desc, same desc, mine desc limit 1) found`

/** What rows seem to be, one show each at most, of those that the viewer may see. */
export const findMatches = (db: Db, viewer: Viewer, nights: readonly NightOfRow[]): Promise<Match[]> =>
  nights.length === 0 ? Promise.resolve([]) : rows<Match>(db, matches, [viewer, JSON.stringify(nights)])

const keys = `select e.n, e.day || '|' || fold(e.artist) || '|' || fold(e.venue) as key, fold(e.town) as town
  from jsonb_to_recordset($1::jsonb) as e (n integer, day date, artist text, venue text, town text)`

/** What rows are known by: the same night, headliner and venue, however they are written. */
export const findKeys = (db: Db, nights: readonly NightOfRow[]): Promise<KeyOfRow[]> =>
  nights.length === 0 ? Promise.resolve([]) : rows<KeyOfRow>(db, keys, [JSON.stringify(nights)])
