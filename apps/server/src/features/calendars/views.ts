import type { CalendarFeed } from '@sharemyshows/contract/calendars'
import type { Occasion } from '../../platform/calendar/ics.ts'
import type { Db } from '../../platform/db/connect.ts'
import { row, rows } from '../../platform/db/read.ts'
import type { Viewer } from '../../platform/http/actor.ts'
import { opensEvent, seesShow } from '../../viewer/rule.ts'
import { type Entry, occasionOf } from './rules.ts'

const MOST = 2000

/** What is said of a show (alias `s`); `answer` is how its viewer answered. */
const entry = (answer: string) => `
  s.id, s.title, s.show_date, s.show_time, s.time_zone, s.starts_at,
  coalesce(s.ends_at, s.starts_at + interval '4 hours') as ends_at, s.status,
  s.description, s.updated_at, s.location_address, v.name as venue_name, v.address, v.city, v.state, v.country,
  coalesce(s.latitude, v.latitude) as latitude, coalesce(s.longitude, v.longitude) as longitude,
  array(select a.name from performances p join artists a on a.id = p.artist_id
    where p.show_id = s.id order by p.position) as artists, ${answer} as answer`

const one = `
  select ${entry('coalesce(mine.rsvp, given.status)')} from shows s join venues v on v.id = s.venue_id
    left join attendances mine on mine.show_id = s.id and mine.person_id = $1
    left join rsvps given on given.show_id = s.id and given.person_id = $1
  where s.id = $2 and ${seesShow('s')}`

/** A show as this viewer sees it, for a calendar; undefined when to her it does not exist. */
export async function readOccasion(
  db: Db,
  home: string,
  viewer: Viewer,
  showId: string,
): Promise<Occasion | undefined> {
  const found = await row<Entry>(db, one, [viewer, showId])
  return found && occasionOf(home, found)
}

/** What somebody has in her diary, and beside it the events that she may come to, or waits for. */
const all = `
  select ${entry('mine.answer')} from (
    select a.show_id, a.rsvp as answer from attendances a
      where a.person_id = $1 and a.starts_at > now() - interval '1 year'
    union all
    select r.show_id, r.status from rsvps r where r.person_id = $1 and r.status <> 'no'
      and not exists (select 1 from attendances held where held.show_id = r.show_id and held.person_id = r.person_id)
  ) mine join shows s on s.id = mine.show_id join venues v on v.id = s.venue_id
  where s.starts_at > now() - interval '1 year'
    and ((select true from attendances keeping where keeping.show_id = s.id and keeping.person_id = $1)
      or ${opensEvent('s')})
  order by s.starts_at, s.id limit ${MOST}`

/** A person's shows from a year back on. */
export const listOccasions = async (db: Db, home: string, personId: string): Promise<Occasion[]> =>
  (await rows<Entry>(db, all, [personId])).map((found) => occasionOf(home, found))

const holder = `select u.id, coalesce(u.display_name, u.username::text) as name
  from calendar_feeds f join users u on u.id = f.person_id
  where f.token_hash = $1 and u.suspended_at is null and u.leaves_at is null`

/** Whose feed a token opens. */
export const findHolder = (db: Db, hash: Buffer): Promise<{ id: string; name: string } | undefined> =>
  row(db, holder, [hash])

const feed = `select true as active, created_at, updated_at from calendar_feeds where person_id = $1`

/** Whether there is an address by which calendars follow a person's shows. */
export const readFeed = async (db: Db, personId: string): Promise<CalendarFeed> =>
  (await row<CalendarFeed>(db, feed, [personId])) ?? { active: false, created_at: null, updated_at: null }
