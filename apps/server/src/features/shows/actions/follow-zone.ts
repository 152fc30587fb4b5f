import type { Tx } from '../../../platform/db/connect.ts'
import { utcOf } from '../../../platform/geo/wall-clock.ts'
import { localStart } from '../rules.ts'
import { findStartsOutside, moveStarts } from '../store/shows.ts'

/** Reckons the shows at a venue anew once it is known to lie in another time zone. */
export async function followZone(tx: Tx, venue: { id: string; time_zone: string }): Promise<void> {
  const starts = await findStartsOutside(tx, venue.id, venue.time_zone)
  const moments = starts.map((start) => utcOf(localStart(start.show_date, start.show_time), venue.time_zone))
  await moveStarts(tx, venue.id, venue.time_zone, starts, moments)
}
