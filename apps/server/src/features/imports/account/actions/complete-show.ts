import type { Tx } from '../../../../platform/db/connect.ts'
import type { Actor } from '../../../../platform/http/actor.ts'
import type { Attendances } from '../../../attendance/feature.ts'
import type { Bills } from '../../../catalog/feature.ts'
import type { Setlists } from '../../../setlist/feature.ts'
import type { Shows } from '../../../shows/feature.ts'
import type { ShowEntry } from '../../kinds.ts'

export type CompletingDeps = {
  shows: Pick<Shows, 'bringEnd'>
  attendance: Pick<Attendances, 'bringPart'>
  setlist: Setlists
  catalog: Bills
}

type Added = { showId: string; attendanceId: string; made: boolean }

/** Says of a show that was brought along what only an export knows; gives the songs that are there by it. */
export async function completeShow(
  tx: Tx,
  { shows, attendance, setlist, catalog }: CompletingDeps,
  actor: Actor,
  { entry, importId }: { entry: ShowEntry; importId: string },
  { showId, attendanceId, made }: Added,
): Promise<string[]> {
  const { ends_at = null, status = 'scheduled', songs = [], mbids = [] } = entry
  if (made) {
    await shows.bringEnd(tx, showId, { ends_at, status })
    // what was there before this import is for others to tell of
    await catalog.bringIdentities(tx, showId, mbids, importId)
  }
  if (entry.attendance !== undefined) {
    const { method, ...part } = entry.attendance
    await attendance.bringPart(tx, attendanceId, { ...part, method: believed(method) })
  }
  if (songs.length === 0) return []
  const refusal = await setlist.fill(tx, actor, showId, songs, undefined)
  return refusal === undefined ? songs.map(({ song_name }) => song_name) : []
}

/** Where somebody was is for the server to say that saw her there. */
const believed = (method: NonNullable<ShowEntry['attendance']>['method']) =>
  method === 'geofence' || method === 'qr' ? 'import' : method

/** Takes its songs off a show again, where nobody has written others since. */
export async function takeSongsBack(
  tx: Tx,
  { setlist }: Pick<CompletingDeps, 'setlist'>,
  actor: Actor,
  showId: string,
  songs: readonly string[],
): Promise<void> {
  if (songs.length === 0) return
  const now = await setlist.read(tx, actor.id, showId)
  if (now?.map(({ song_name }) => song_name).join('\n') !== songs.join('\n')) return
  await setlist.fill(tx, actor, showId, [], 'replace')
}
