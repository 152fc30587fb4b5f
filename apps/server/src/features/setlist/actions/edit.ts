import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { announce } from '../../../platform/live/rooms.ts'
import type { SeenShowId } from '../../../viewer/gate.ts'
import type { Attendances } from '../../attendance/feature.ts'
import type { History } from '../../history/feature.ts'
import { lockSetlist, readSongs, type Setlist } from '../store.ts'

export type Deps = {
  attendance: Pick<Attendances, 'requireAttendee'>
  history: Pick<History, 'recordSetlist' | 'areSame'>
}

/** A setlist that is the actor's to edit, locked. */
export type Editing = Setlist & { show: SeenShowId }

/**
 * Has `act` change a setlist, one at a time, if it is the actor's to edit; it is written down, and open pages are
 * told. `revertsId` is the revision whose change this puts back.
 */
export async function edit<Done>(
  tx: Tx,
  { attendance, history }: Deps,
  actor: Actor,
  showId: string,
  act: (setlist: Editing) => Promise<Done | Refusal>,
  revertsId?: string,
): Promise<Done | Refusal> {
  const show = await attendance.requireAttendee(tx, actor.id, showId)
  if (isRefusal(show)) return show
  const setlist = await lockSetlist(tx, show)
  if (setlist === undefined) return refuse('not_found')
  const before = await readSongs(tx, show)
  const done = await act({ show, ...setlist })
  if (isRefusal(done)) return done
  const deed = { showId: show, authorId: actor.id, revertsId }
  await history.recordSetlist(tx, deed, before, await readSongs(tx, show))
  await announce(tx, 'show', show, 'setlist')
  return done
}
