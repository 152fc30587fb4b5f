import type { Tx } from '../../platform/db/connect.ts'
import { recheckPeople } from '../../platform/live/rooms.ts'
import { tellPerson } from '../../platform/live/tell.ts'

/** Has the open pages of these people read their requests again. */
export async function announceRequests(tx: Tx, ...people: readonly string[]): Promise<void> {
  for (const person of people) await tellPerson(tx, person, 'friends_changed', { what: 'requests' })
}

/** The same for their friends; what friends see of each other changes with it. */
export async function announceFriends(tx: Tx, oneId: string, otherId: string): Promise<void> {
  await recheckPeople(tx, [oneId, otherId])
  for (const person of [oneId, otherId]) await tellPerson(tx, person, 'friends_changed', { what: 'friends' })
}
