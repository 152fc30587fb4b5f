import type { Shows } from '../../shows/feature.ts'
import { type CompletingDeps, completeShow, takeSongsBack } from '../account/actions/complete-show.ts'
import type { Bringer, Made, ShowEntry } from '../kinds.ts'
import { findStanding, type MadeEntry } from '../policy.ts'

export type ShowsDeps = CompletingDeps & { shows: Pick<Shows, 'bring' | 'takeBack'> }

/** Adds shows to the diary of their person, and takes those back to which she added nothing since. */
export const bringingShows = (deps: ShowsDeps): Bringer => ({
  bring: ({ entry, decision, matchId }, { actor, audience, importId, settle }) =>
    settle(async (tx) => {
      const show = entry as ShowEntry
      const { written, attendance } = show
      const said = written.audience !== undefined || written.is_public != null
      const whole = said || audience === null ? written : { ...written, audience }
      const brought = await deps.shows.bring(tx, actor, whole, decision === 'match' ? matchId : null)
      if (brought === undefined) {
        return { outcome: 'failed', problems: [{ field: 'row', message: 'That show is not here any more.' }] }
      }
      const { showId: madeId, attendanceId } = brought
      if (attendanceId === null) return { outcome: 'present', madeId }
      const made: Omit<MadeEntry, 'at'> = {
        attendance: attendanceId,
        notes: written.notes ?? null,
        rating: written.rating ?? null,
        arrived: attendance?.arrived_at != null,
        songs: await completeShow(tx, deps, actor, { entry: show, importId }, { ...brought, attendanceId }),
      }
      return { outcome: 'added', madeId, made }
    }),
  async takeBack(tx, actor, { made }: Made, importId) {
    const entry = made as MadeEntry
    const standing = await findStanding(tx, actor.id, entry)
    if (standing === undefined) return 'undone'
    if (standing.more) return 'kept'
    await takeSongsBack(tx, deps, actor, standing.show_id, entry.songs)
    await deps.shows.takeBack(tx, actor, standing.show_id, importId)
    return 'undone'
  },
})
