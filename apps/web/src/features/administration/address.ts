import type { Role } from '@sharemyshows/contract/accounts'

/** Which people are listed: a text, a role, and whether they are suspended. */
export type PeopleAddress = { q?: string; role?: Role; suspended?: 'true' | 'false' }

/** Which lines of the trail are listed; the page knows which acts there are. */
export type TrailAddress = { act?: string; person?: string }

const LONGEST = 200
const ROLES = ['attendee', 'organizer', 'moderator', 'admin'] as const satisfies readonly Role[]
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The list of people as the address says it; what makes no sense there is left out. */
export function readPeopleAddress(raw: Record<string, unknown>): PeopleAddress {
  // A name of digits alone comes out of the address as a number, "true" as a boolean.
  const q = raw.q === undefined ? '' : String(raw.q).trim().slice(0, LONGEST)
  const role = ROLES.find((one) => one === raw.role)
  const suspended = (['true', 'false'] as const).find((one) => one === String(raw.suspended))
  return { ...(q !== '' && { q }), ...(role && { role }), ...(suspended && { suspended }) }
}

/** The trail as the address says it. */
export function readTrailAddress(raw: Record<string, unknown>): TrailAddress {
  const act = /^[a-z_]{1,40}$/.test(String(raw.act)) && raw.act !== undefined ? String(raw.act) : undefined
  const person = UUID.test(String(raw.person)) ? String(raw.person) : undefined
  return { ...(act && { act }), ...(person && { person }) }
}
