import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { SetlistLookups } from '@sharemyshows/contract/lookups'
import type { Db } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { Setlistfm } from '../../../platform/providers/ports.ts'
import type { Attendances } from '../../attendance/feature.ts'
import type { Lookups } from '../../lookups/feature.ts'
import { askIf, nothingFrom } from '../rules.ts'
import { findNight } from '../store.ts'

export type FindSetlistsDeps = {
  db: Db
  attendance: Pick<Attendances, 'requireAttendee'>
  setlistfm: Setlistfm | null
  lookups: Pick<Lookups, 'setlistOf'>
}

/**
 * What setlist.fm has of a show's headliner on its day, for somebody who may write its setlist. Other shows here are told by
 * the setlist itself, as sources to copy from.
 */
export async function findSetlists(
  { db, attendance, setlistfm, lookups }: FindSetlistsDeps,
  actor: Actor,
  showId: string,
): Promise<SetlistLookups | Refusal> {
  const show = await attendance.requireAttendee(db, actor.id, showId)
  if (isRefusal(show)) return show
  const night = await findNight(db, show)
  if (night === undefined) return refuse('not_found')
  const { artist_name: name, mbid, show_date, taken } = night
  if (name === null) return nothingFrom([])
  const who = mbid === null ? { name } : { mbid }
  const answer = await askIf(setlistfm, (port) => port.setlistsOfNight(who, show_date))
  if (answer.result !== 'ok') return nothingFrom([{ provider: 'setlistfm', result: answer.result }])
  const played = answer.data.items.filter(({ songs }) => songs.length > 0)
  if (played.length === 0) return nothingFrom([{ provider: 'setlistfm', result: 'empty' }])
  return {
    provider: 'setlistfm',
    result: 'ok',
    attribution: setlistfm?.attribution ?? null,
    tried: [],
    items: played.map((setlist) => ({
      ...lookups.setlistOf(setlist),
      show_id: taken.includes(setlist.id) ? show : null,
    })),
    next_page: null,
  }
}
