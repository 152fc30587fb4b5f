import { isRefusal, type Refusal } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { Attendances } from '../../attendance/feature.ts'
import { deleteUnheld, lockShow } from '../store/shows.ts'

/** Lets go of a person's media of a show, rows and files. */
export type ReleaseMedia = (tx: Tx, ownerId: string, showId: string) => Promise<void>
export type DeleteDeps = { attendance: Attendances; releaseMedia: ReleaseMedia }

/** Takes a show out of the actor's diary with her media of it; it goes when nobody holds anything in it. */
export async function deleteShow(
  tx: Tx,
  { attendance, releaseMedia }: DeleteDeps,
  actor: Actor,
  id: string,
): Promise<Refusal | undefined> {
  const show = await attendance.requireAttendee(tx, actor.id, id)
  if (isRefusal(show)) return show
  await lockShow(tx, show)
  await releaseMedia(tx, actor.id, show)
  await attendance.leave(tx, actor.id, show)
  await deleteUnheld(tx, show)
  return undefined
}
