import type { Client } from './client.ts'
import { inDays } from './shows.ts'

/** What an organiser announces: the least there is, a week from now. */
export const evening = () => ({
  title: 'An evening of songs',
  date: `${inDays(7)}T19:00:00.000Z`,
  location: { type: 'Point', coordinates: [5.1134, 52.0932] },
  location_address: 'Vredenburgkade 11, Utrecht',
})

/**
 * An event of somebody who may organise (`appoint` makes her one); fails when it could not be made. Each has a title of
 * its own, or two would be the same concert.
 */
export async function makeEvent(organizer: Client, fields: object = {}) {
  const title = `An evening of songs, ${++evenings}`
  const { status, body } = await organizer.post('/events', { ...evening(), title, ...fields })
  if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`)
  return body
}

let evenings = 0
