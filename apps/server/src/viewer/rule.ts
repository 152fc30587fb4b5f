/**
 * The viewer rule (docs/decisions/0003): who may see a thing, written once, as SQL. `$1` is the viewer's id or null;
 * every view builds its text from these fragments and passes the viewer first. With null the comparisons are null,
 * which is "no", so the same prepared text serves strangers.
 */

const isFriend = (person: string) =>
  `exists (select 1 from relationships f where f.from_id = ${person} and f.to_id = $1::uuid
    and f.kind = 'friend' and f.state = 'accepted')`

/** Nobody sees anything of a person she blocked or who blocked her. */
const isBlocked = (person: string) =>
  `exists (select 1 from relationships b where b.kind = 'block'
    and ((b.from_id = ${person} and b.to_id = $1::uuid) or (b.from_id = $1::uuid and b.to_id = ${person})))`

const admits = (audience: string, person: string, showId: string) =>
  `(${audience} = 'public'
    or ${audience} = 'friends' and ${isFriend(person)}
    or ${audience} = 'attendees' and exists (select 1 from attendances m
      where m.show_id = ${showId} and m.person_id = $1::uuid))`

/** True for an attendance (alias `a`) the viewer may know of. */
export const seesAttendance = (a: string): string =>
  `(${a}.person_id = $1::uuid
    or ${admits(`${a}.audience`, `${a}.person_id`, `${a}.show_id`)} and not ${isBlocked(`${a}.person_id`)})`

/** True for a show (alias `s`) that an organiser published or that an attendance the viewer may know of holds. */
export const seesShow = (s: string): string =>
  `(${s}.organizer_id = $1::uuid
    or ${s}.organizer_id is not null and ${s}.visibility = 'public' and not ${isBlocked(`${s}.organizer_id`)}
    or exists (select 1 from attendances h where h.show_id = ${s}.id and ${seesAttendance('h')}))`

/**
 * True for a medium (alias `m`): one's own, or within its own audience and never wider than the attendance that
 * brought it to the show.
 */
export const seesMedium = (m: string): string =>
  `(${m}.owner_id = $1::uuid
    or ${admits(`${m}.audience`, `${m}.owner_id`, `${m}.show_id`)} and not ${isBlocked(`${m}.owner_id`)}
      and (${m}.show_id is null or exists (select 1 from attendances w where w.show_id = ${m}.show_id
        and w.person_id = ${m}.owner_id and ${seesAttendance('w')})))`

/** True for a person (id expression) who exists for the viewer. */
export const seesPerson = (person: string): string => `not ${isBlocked(person)}`
