import type { Client } from './client.ts'
import type { TestServer } from './server.ts'
import { inDays, logShow } from './shows.ts'

/** Where the events of tests take place, and points so many metres to the north of it. */
export const SQUARE = { latitude: 52.0932, longitude: 5.1134 }
export const metresNorth = (metres: number) => ({
  ...SQUARE,
  latitude: SQUARE.latitude + metres / 111_194.9,
})

let hosted = 0

/** What of an event is set for a test; times are hours from now. */
export type Hosted = { capacity?: number; starts?: number; visibility?: string; radius?: number }

/** An event that nobody has answered yet, as the database has it; tomorrow unless said otherwise. */
export async function host(server: TestServer, organizer: Client, given: Hosted = {}): Promise<string> {
  const { capacity = null, starts = 24, visibility = 'public', radius = 200 } = given
  const { id } = await logShow(organizer, { artist_name: `Event ${hosted++}`, show_date: inDays(1) })
  await server.app.pool.query(
    `update shows set organizer_id = $2, origin = 'organizer', title = 'An evening', visibility = $3, capacity = $4,
      latitude = $5, longitude = $6, geofence_radius = $7, starts_at = now() + make_interval(secs => $8::float8 * 3600)
    where id = $1`,
    [id, organizer.id, visibility, capacity, SQUARE.latitude, SQUARE.longitude, radius, starts],
  )
  await server.app.pool.query('delete from attendances where show_id = $1', [id])
  return id
}
