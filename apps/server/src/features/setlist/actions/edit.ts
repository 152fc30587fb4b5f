import { isRefusal, type Refusal } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { SeenShowId } from '../../../viewer/gate.ts'
import type { Attendances } from '../../attendance/feature.ts'
import { lockSetlist, type Setlist } from '../store.ts'

export type Deps = { attendance: Pick<Attendances, 'requireAttendee'> }

/** A setlist that is the actor's to edit, locked. */
export type Editing = Setlist & { show: SeenShowId }

/** Has `act` change a setlist, one at a time, if it is the actor's to edit. */
export async function edit<Done>(
  tx: Tx,
  { attendance }: Deps,
  actor: Actor,
  showId: string,
  act: (setlist: Editing) => Promise<Done | Refusal>,
): Promise<Done | Refusal> {
  const show = await attendance.requireAttendee(tx, actor.id, showId)
  if (isRefusal(show)) return show
  return act({ show, ...(await lockSetlist(tx, show)) })
}
