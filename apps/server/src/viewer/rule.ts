/**
 * The viewer rule (docs/decisions/0003): who may see a thing, written once, as SQL. `$1` is the viewer's id or null;
 * every view builds its text from these fragments and passes the viewer first. With null the comparisons are null,
 * which is "no", so the same prepared text serves strangers.
 *
 * Sub-selects that look at the row have names no view would choose, or they would catch its alias. They are scalar and
 * not `exists`: under an `or` PostgreSQL would rather evaluate an `exists` for the whole table at once.
 */

const friends = `array(select r.from_id from relationships r
  where r.to_id = $1::uuid and r.kind = 'friend' and r.state = 'accepted')`

/** Nobody sees anything of a person she blocked or who blocked her, nor of one who is suspended or leaving for good. */
const blocked = `array(select r.to_id from relationships r where r.from_id = $1::uuid and r.kind = 'block'
  union all select r.from_id from relationships r where r.to_id = $1::uuid and r.kind = 'block'
  union all select leaver.id from users leaver where leaver.leaves_at is not null and leaver.id is distinct from $1::uuid
  union all select held.id from users held where held.suspended_at is not null and held.id is distinct from $1::uuid)`

const isBlocked = (person: string) => `${person} = any(${blocked})`

const admits = (audience: string, person: string, showId: string) =>
  `(${audience} = 'public'
    or ${audience} = 'friends' and ${person} = any(${friends})
    or ${audience} = 'attendees' and (select true from attendances viewer_part
      where viewer_part.show_id = ${showId} and viewer_part.person_id = $1::uuid))`

/** True for an attendance (alias `a`) the viewer may know of. */
export const seesAttendance = (a: string): string =>
  `(${a}.person_id = $1::uuid
    or ${admits(`${a}.audience`, `${a}.person_id`, `${a}.show_id`)} and not ${isBlocked(`${a}.person_id`)})`

/** True for an event (alias `s`) that the viewer looks after, or that its organiser published for her. */
const isPublished = (s: string) =>
  `(${s}.organizer_id = $1::uuid
    or ${s}.visibility = 'public' or ${s}.visibility = 'friends' and ${s}.organizer_id = any(${friends})
    or (select true from event_staff looking where looking.show_id = ${s}.id and looking.person_id = $1::uuid))`

/** True for a show with an organiser (alias `s`) who keeps herself from the viewer or is kept from her. */
const isOfBlocked = (s: string) => `coalesce(${isBlocked(`${s}.organizer_id`)}, false)`

/**
 * True for a show (alias `s`) that an organiser published or that an attendance the viewer may know of holds. An
 * organiser's event is nothing to those whom she blocked, unless they have it in their own diary.
 */
export const seesShow = (s: string): string =>
  `(${s}.organizer_id is not null and ${isPublished(s)} and not ${isOfBlocked(s)}
    or (select true from attendances holding where holding.show_id = ${s}.id
      and ${seesAttendance('holding')} and (holding.person_id = $1::uuid or not ${isOfBlocked(s)}) limit 1))`

/** True for an event (alias `s`) that the viewer may find and answer: without what only somebody's diary holds. */
export const seesEvent = (s: string): string =>
  `(${s}.organizer_id is not null and ${isPublished(s)} and not ${isOfBlocked(s)})`

/**
 * True for an event (alias `s`) that the viewer may open: one that she may find, or that is in her own diary, unless it
 * is a draft.
 */
export const opensEvent = (s: string): string =>
  `(${s}.organizer_id is not null and not ${isOfBlocked(s)} and (${isPublished(s)} or ${s}.visibility <> 'private'
    and (select true from attendances keeping where keeping.show_id = ${s}.id and keeping.person_id = $1::uuid)))`

/** True for a show (alias `s`) that everybody sees, signed in or not. */
export const everyoneSeesShow = (s: string): string => seesShow(s).replaceAll('$1::uuid', 'null::uuid')

/**
 * True for a medium (alias `m`) that is not deleted: one's own, or within its own audience and never wider than the
 * attendance that brought it to the show.
 */
export const seesMedium = (m: string): string =>
  `(${m}.deleted_at is null and (${m}.owner_id = $1::uuid
    or ${admits(`${m}.audience`, `${m}.owner_id`, `${m}.show_id`)} and not ${isBlocked(`${m}.owner_id`)}
      and (${m}.show_id is null or (select true from attendances bringing where bringing.show_id = ${m}.show_id
        and bringing.person_id = ${m}.owner_id and ${seesAttendance('bringing')}))))`

/** True for a medium (alias `m`) that the viewer may open: one that failed is its owner's business alone. */
export const opensMedium = (m: string): string =>
  `(${m}.owner_id = $1::uuid or ${m}.state <> 'failed') and ${seesMedium(m)}`

/** True for a person (id expression) who exists for the viewer. */
export const seesPerson = (person: string): string => `not ${isBlocked(person)}`

/** True for a person (alias `u`) whose profile the viewer may open; her name and picture stand wherever she takes part. */
export const seesProfile = (u: string): string =>
  `(${u}.id = $1::uuid
    or (${u}.profile_audience = 'public' or ${u}.profile_audience = 'friends' and ${u}.id = any(${friends}))
      and not ${isBlocked(`${u}.id`)})`

/** The same for an id (such as `$2`), asked once for a whole list of what is hers. */
export const seesProfileOf = (id: string): string =>
  `(select ${seesProfile('whose')} from users whose where whose.id = ${id}::uuid)`

/**
 * True for a comment (alias `c`) on a show that the viewer sees: its author chose to be read by all of them, and nobody
 * reads whom she blocks. What somebody said who is gone has no words left, and stays for the order of things.
 */
export const seesComment = (c: string): string =>
  `(${c}.deleted_at is null and (${c}.author_id is null or not ${isBlocked(`${c}.author_id`)}))`
