import type { ShowCreate } from '@sharemyshows/contract/shows'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { seeShow } from '../../../viewer/gate.ts'
import type { Attendances, Personal } from '../../attendance/feature.ts'
import { findOrMake } from '../store/meetings.ts'
import { type CreateDeps, meant, personalOf } from './create-show.ts'

/** The show, the actor's new entry in it, null when she had one, and whether the show was made for it. */
export type BroughtShow = { showId: string; attendanceId: string | null; made: boolean }

/**
 * Writes a show of the actor's past into her diary. She meets others on the same show as when she writes it down today,
 * yet nobody hears of it, and what is there stays as it is: shared facts as well as her own entry. `into`: it is this show,
 * which she must see; undefined when she does not.
 */
export async function bringShow(
  tx: Tx,
  { catalog, attendance, making }: Pick<CreateDeps, 'catalog' | 'attendance' | 'making'>,
  actor: Pick<Actor, 'id'>,
  written: ShowCreate,
  into: string | null = null,
): Promise<BroughtShow | undefined> {
  if (into !== null) {
    const seen = await seeShow(tx, actor.id, into)
    if (seen === null) return undefined
    return join(tx, attendance, actor, seen, personalOf(written))
  }
  const { show, personal } = await meant(tx, catalog, actor, written, true)
  const recording = attendance.recording.values(actor.id, personal, 'import')
  const result = await findOrMake(tx, making, show, recording)
  if ('met' in result) return join(tx, attendance, actor, result.met.id, personal)
  const { id, my_id } = result.made
  return { showId: id, attendanceId: my_id, made: true }
}

async function join(
  tx: Tx,
  attendance: Attendances,
  { id }: Pick<Actor, 'id'>,
  showId: string,
  personal: Personal,
): Promise<BroughtShow> {
  const attendanceId = await attendance.bring(tx, id, showId, personal)
  return { showId, attendanceId: attendanceId ?? null, made: false }
}
