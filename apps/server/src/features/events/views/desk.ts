import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Staff } from '@sharemyshows/contract/event-staff'
import type { EventStats } from '@sharemyshows/contract/event-stats'
import type { RsvpCounts } from '@sharemyshows/contract/rsvps'
import type { Db } from '../../../platform/db/connect.ts'
import { row, rows } from '../../../platform/db/read.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { avatarOf } from '../../../viewer/people-seen.ts'
import { seesComment, seesMedium, seesPerson } from '../../../viewer/rule.ts'
import { requireStaff } from '../policy.ts'

const staff = `select json_build_object('id', u.id, 'username', u.username, 'display_name', u.display_name,
    'avatar', ${avatarOf('u')}) as user, who.role, who.created_at, who.updated_at
  from (select s.organizer_id as person_id, 'owner' as role, s.created_at, s.updated_at from shows s where s.id = $2
    union all select t.person_id, 'editor', t.created_at, t.updated_at from event_staff t where t.show_id = $2) who
    join users u on u.id = who.person_id
  where ${seesPerson('u.id')} order by who.role desc, who.created_at, u.id`

/** Who looks after an event, the owner first; for those who do. */
export async function listStaff(db: Db, actor: Actor, id: string): Promise<Staff[] | Refusal> {
  const event = await requireStaff(db, actor, id, 'staff')
  return isRefusal(event) ? event : rows<Staff>(db, staff, [actor.id, event])
}

const inBuckets = (name: string, bucket: string, where: string) => `
  (select coalesce(json_agg(json_build_object('at', to_char(b.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS".000Z"'),
      '${name}', b.n) order by b.at), '[]')
    from (select ${bucket} as at, count(*)::int as n from attendances a where a.show_id = s.id and ${where}
      group by 1 order by 1 desc limit 1000) b)`

/** Numbers of people are of everybody; what they brought is counted as far as the viewer may see it. */
const stats = `select s.capacity, people.*, answers.*, files.*,
    (select count(*)::int from comments k where k.show_id = s.id and ${seesComment('k')}) as comments,
    (select count(*)::int from messages m join conversations c on c.id = m.conversation_id
      where c.show_id = s.id and m.deleted_at is null) as messages,
    ${inBuckets('arrivals', `date_bin('15 minutes', a.arrived_at, '2000-01-01Z')`, 'a.arrived_at is not null')}
      as arrivals_over_time,
    ${inBuckets('going', `date_bin('1 day', a.created_at, '2000-01-01Z')`, `a.rsvp = 'going'`)} as rsvps_over_time
  from shows s cross join lateral (
    select count(*) filter (where a.rsvp = 'going')::int as going,
      count(*) filter (where a.arrived_at is not null)::int as arrivals,
      count(*) filter (where a.state = 'here' and not is_over(s.starts_at, s.ends_at))::int as here
    from attendances a where a.show_id = s.id) people
  cross join lateral (
    select count(*) filter (where r.status = 'maybe')::int as maybe, count(*) filter (where r.status = 'no')::int as no,
      count(*) filter (where r.status = 'waitlist')::int as waitlist from rsvps r where r.show_id = s.id) answers
  cross join lateral (
    select count(*) filter (where x.kind = 'photo')::int as photos, count(*) filter (where x.kind = 'audio')::int as audio,
      count(*) filter (where x.kind = 'video')::int as videos
    from media x where x.show_id = s.id and x.state <> 'failed' and ${seesMedium('x')}) files
  where s.id = $2`

/** How an event goes, for those who look after it. */
export async function readStats(db: Db, actor: Actor, id: string): Promise<EventStats | Refusal> {
  const event = await requireStaff(db, actor, id, 'staff')
  if (isRefusal(event)) return event
  const found = await row<EventStats & RsvpCounts>(db, stats, [actor.id, event])
  if (found === undefined) return refuse('not_found')
  const { going, maybe, no, waitlist, ...rest } = found
  return { ...rest, rsvp_counts: { going, maybe, no, waitlist } }
}
