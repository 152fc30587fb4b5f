import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { Attendances } from '../../attendance/feature.ts'
import type { News, Notifications } from '../../notifications/feature.ts'

export type TellDeps = { attendance: Pick<Attendances, 'findAnswered'>; tell: Notifications['tell'] }

/** Tells everybody who goes, may go or waits what became of an event. */
export async function tellAnswered(
  tx: Tx,
  { attendance, tell }: TellDeps,
  actor: Pick<Actor, 'id'>,
  showId: string,
  news: Omit<News, 'to' | 'actorId'>,
): Promise<void> {
  await tell(tx, { ...news, to: await attendance.findAnswered(tx, showId), actorId: actor.id })
}

/** An event takes place at another time or place. */
export const tellMoved = (tx: Tx, deps: TellDeps, actor: Actor, showId: string): Promise<void> =>
  tellAnswered(tx, deps, actor, showId, { kind: 'event_changed', showId, topic: `event_changed:${showId}` })
