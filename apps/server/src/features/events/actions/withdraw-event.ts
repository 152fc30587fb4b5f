import { isRefusal, type Refusal } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { announce, recheckRoom } from '../../../platform/live/rooms.ts'
import { removeLater } from '../../../platform/storage/remove-files.ts'
import type { Attendances } from '../../attendance/feature.ts'
import type { Notifications } from '../../notifications/feature.ts'
import type { Organising, Unheld } from '../../shows/feature.ts'
import { requireStaff } from '../policy.ts'
import { keysOf } from '../rules.ts'
import { deleteEditors, readStanding } from '../store.ts'

export type WithdrawDeps = {
  shows: Organising
  attendance: Pick<Attendances, 'findAnswered' | 'dropAnswers'>
  tell: Notifications['tell']
}

/** Withdraws an event of the actor's. */
export async function withdrawEvent(
  tx: Tx,
  deps: WithdrawDeps,
  actor: Actor,
  id: string,
): Promise<undefined | Refusal> {
  await deps.shows.close(tx, id)
  const event = await requireStaff(tx, actor, id, 'owner')
  if (isRefusal(event)) return event
  await withdraw(tx, deps, event, { byId: actor.id, isNamed: true })
  return undefined
}

/** All that only its organiser said of a show. */
const unsaid = {
  organizer_id: null,
  visibility: 'public',
  published_at: null,
  description: null,
  category: null,
  doors_at: null,
  capacity: null,
  location_address: null,
  latitude: null,
  longitude: null,
  cancelled_at: null,
  cancel_reason: null,
  poster: null,
  poster_width: null,
  poster_height: null,
  poster_placeholder: null,
  poster_color: null,
} as const

/** Who withdraws an event, and whether those who answered are told its name and hers, or its day alone. */
export type Withdrawing = { byId: string; isNamed: boolean }

/**
 * Has an event, whose row the caller holds, be one no longer. What those who answered are told names no show, which may
 * be gone with it; what people have in their diaries stays. Gives what it was made of when nobody holds it.
 */
export async function withdraw(
  tx: Tx,
  { shows, attendance, tell }: WithdrawDeps,
  id: string,
  { byId, isNamed }: Withdrawing,
): Promise<Unheld | undefined> {
  const standing = await readStanding(tx, id)
  if (standing === undefined) return undefined
  const to = (await attendance.findAnswered(tx, id)).filter((person) => person !== byId)
  const news = { kind: 'event_cancelled', to } as const
  const note = isNamed ? (standing.title ?? '') : `an event on ${standing.show_date}`
  await tell(tx, isNamed ? { ...news, note, actorId: byId } : { ...news, note })
  await attendance.dropAnswers(tx, id)
  await deleteEditors(tx, id)
  if (standing.poster !== null) await removeLater(tx, keysOf(standing.poster))
  await shows.update(tx, id, unsaid)
  await recheckRoom(tx, 'show', id)
  await announce(tx, 'show', id, 'facts')
  return shows.release(tx, id)
}
