import type { PublicProfile } from '@sharemyshows/contract/people'
import type { Db } from '../../platform/db/connect.ts'
import { row } from '../../platform/db/read.ts'
import type { Viewer } from '../../platform/http/actor.ts'
import { seesAttendance, seesMedium, seesPerson } from '../../viewer/rule.ts'

/** The person is found first, so that a diary is read once and only for somebody who exists. */
const profile = `
  with person as materialized (
    select u.id, u.username, u.display_name, u.bio, u.home_city, u.created_at
    from users u where u.username = $2 and ${seesPerson('u.id')}
  ), diary as materialized (
    select d.show_id, s.venue_id from person join attendances d on d.person_id = person.id
      join shows s on s.id = d.show_id where ${seesAttendance('d')}
  ), played as (
    select a.id, a.name, count(*)::int as shows
    from diary join performances p on p.show_id = diary.show_id join artists a on a.id = p.artist_id group by a.id
  )
  select person.*,
    json_build_object(
      'shows', (select count(*) from diary),
      'artists', (select count(*) from played),
      'venues', (select count(distinct venue_id) from diary),
      'photos', (select count(*) from media m
        where m.owner_id = person.id and m.kind = 'photo' and m.state <> 'failed' and ${seesMedium('m')})) as counts,
    (select coalesce(json_agg(a order by a.shows desc, a.name), '[]')
      from (select * from played order by shows desc, name limit 6) a) as top_artists
  from person`

/** A person as this viewer sees her; undefined when to her there is nobody of that name. */
export const readProfile = (db: Db, viewer: Viewer, username: string): Promise<PublicProfile | undefined> =>
  row<PublicProfile>(db, profile, [viewer, username])
