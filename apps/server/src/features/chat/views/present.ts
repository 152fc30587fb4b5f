import type { Person } from '@sharemyshows/contract/accounts'
import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Db } from '../../../platform/db/connect.ts'
import { row, rows } from '../../../platform/db/read.ts'
import { isPresent } from '../../../platform/live/presences.ts'
import { avatarOf } from '../../../viewer/people-seen.ts'
import { seesPerson } from '../../../viewer/rule.ts'
import { byShow, isEntitled, isSeen } from '../policy.ts'

/** Most that are named. */
const MOST_NAMED = 100

const here = (conversation: string) => `select distinct p.person_id from presences p
  where p.room = 'chat:' || ${conversation} and ${isPresent('p')}`

const list = `
  select place.open, p.* from (
    select c.id as place_id, ${isEntitled} as open from ${byShow} and ${isSeen}
  ) place left join lateral (
    select u.id, u.username, u.display_name, ${avatarOf('u')} as avatar, count(*) over ()::int as active
    from (${here('place.place_id')}) here join users u on u.id = here.person_id
    where place.open and ${seesPerson('u.id')} order by u.username limit ${MOST_NAMED}
  ) p on true order by p.username`

/** Who has the room of a show open, as far as the viewer may know. */
export async function listActive(
  db: Db,
  viewerId: string,
  showId: string,
): Promise<{ items: Person[]; active: number } | Refusal> {
  type Found = Person & { open: boolean; active: number }
  const found = await rows<Found>(db, list, [viewerId, showId])
  const [first] = found
  if (first === undefined) return refuse('not_found')
  if (!first.open) return refuse('room_closed')
  const items = found
    .filter(({ id }) => id !== null)
    .map(({ id, username, display_name, avatar }) => ({ id, username, display_name, avatar }))
  return { items, active: first.active ?? 0 }
}

const crowd = `
  with here as (${here('$1::uuid')}), named as (select person_id from here limit ${MOST_NAMED + 1})
  select (select count(*) from here)::int as active, u.id, u.username, u.display_name, ${avatarOf('u')} as avatar,
    array(select r.to_id from relationships r join here on here.person_id = r.to_id
        where r.from_id = u.id and r.kind = 'block'
      union select r.from_id from relationships r join here on here.person_id = r.from_id
        where r.to_id = u.id and r.kind = 'block') as parted
  from conversations c left join named on true left join users u on u.id = named.person_id
  where c.id = $1::uuid and c.kind = 'show'`

export type Crowd = { active: number; people: { person: Person; parted: string[] }[] | null }

/** Who has a room open, for all who are there at once; too many are only counted. Undefined where nobody is told. */
export async function readCrowd(db: Db, id: string): Promise<Crowd | undefined> {
  type Found = Person & { active: number; parted: string[] }
  const found = await rows<Found>(db, crowd, [id])
  const [first] = found
  if (first === undefined) return undefined
  const { active } = first
  if (active > MOST_NAMED) return { active, people: null }
  const people = found
    .filter((one) => one.id !== null)
    .map(({ parted, active: _, ...person }) => ({ person, parted }))
  return { active, people }
}

const one = `select u.id, u.username, u.display_name, ${avatarOf('u')} as avatar
  from users u where u.id = $2 and ${seesPerson('u.id')}`

/** Somebody by name and picture. */
export const readPerson = (db: Db, viewerId: string, id: string): Promise<Person | undefined> =>
  row<Person>(db, one, [viewerId, id])
