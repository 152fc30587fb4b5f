import {
  seesAttendance,
  seesComment,
  seesEvent,
  seesMedium,
  seesProfile,
  seesShow,
} from '../../viewer/rule.ts'

/** SQL: the media that an activity (alias `a`) gathered, as rows `m` that the viewer sees. */
export const gatheredBy = (a: string): string => `media m
  where m.owner_id = ${a}.actor_id and m.show_id = ${a}.show_id and m.kind = case ${a}.type
      when 'PHOTO_UPLOADED' then 'photo' when 'AUDIO_UPLOADED' then 'audio' else 'video' end
    and m.created_at >= ${a}.created_at and m.created_at < ${a}.gathers_until and m.state <> 'failed'
    and ${seesMedium('m')}`

/** SQL: the diary entry of an activity (alias `a`), when the viewer may know of it. */
const entry = (a: string, also: string) => `(select true from attendances entry
  where entry.id = ${a}.attendance_id and ${seesAttendance('entry')} and ${also})`

/** SQL: the answer "maybe", which is no diary entry. */
const maybe = (a: string) => `(select true from rsvps answer where answer.show_id = ${a}.show_id
  and answer.person_id = ${a}.actor_id and answer.status = 'maybe' and ${seesAttendance('answer')})`

/** SQL: the profile of a person (id expression) is open to the viewer. */
const isOpen = (person: string) =>
  `(select ${seesProfile('whose')} from users whose where whose.id = ${person})`

/** SQL: an answer (alias `a`) that is "maybe". */
export const isMaybe = (a: string): string => `(${a}.type = 'RSVP' and ${a}.attendance_id is null)`

/**
 * SQL: true for an activity (alias `a`) that the viewer may know of now. It is asked of the thing itself; and of the
 * profiles of who is in it, because a feed gathers what somebody does.
 */
export const seesActivity = (a: string): string => `(${isOpen(`${a}.actor_id`)}
  and (${a}.show_id is null or (select true from shows at where at.id = ${a}.show_id and ${seesShow('at')}))
  and case ${a}.type
    when 'RSVP' then case when ${isMaybe(a)} then ${maybe(a)} else ${entry(a, `entry.rsvp = 'going'`)} end
    when 'CHECKIN' then ${entry(a, 'entry.arrived_at is not null')}
    when 'SHOW_ADDED' then ${entry(a, 'true')}
    when 'EVENT_CREATED' then (select true from shows made where made.id = ${a}.show_id
      and made.organizer_id = ${a}.actor_id and made.status <> 'cancelled' and ${seesEvent('made')})
    when 'COMMENT' then (select true from comments said where said.id = ${a}.comment_id
      and said.author_id = ${a}.actor_id and ${seesComment('said')})
    when 'FOLLOW' then ${isOpen(`${a}.target_id`)}
    when 'FRIENDSHIP' then ${isOpen(`${a}.target_id`)}
    else (select true from ${gatheredBy(a)} limit 1) end)`
