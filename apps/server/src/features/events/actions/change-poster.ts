import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Db, Tx } from '../../../platform/db/connect.ts'
import { newId } from '../../../platform/db/ids.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { problemOf, type RenderedPhoto, renderPhoto } from '../../../platform/images/index.ts'
import { announce } from '../../../platform/live/rooms.ts'
import { removeFiles, removeLater } from '../../../platform/storage/remove-files.ts'
import type { Storage } from '../../../platform/storage/storage.ts'
import type { Organising } from '../../shows/feature.ts'
import { requireStaff } from '../policy.ts'
import { keyOf, keysOf, type Side } from '../rules.ts'
import { readStanding } from '../store.ts'

export type PosterDeps = { db: Db; storage: Storage; shows: Organising }

const sides: Record<'thumbnail' | 'preview' | 'display', Side> = {
  thumbnail: '320',
  preview: '800',
  display: '1600',
}

/** Refuses who may not change an event's poster, before her bytes are read; under the lock it is asked again. */
export async function refusePoster(
  { db }: Pick<PosterDeps, 'db'>,
  actor: Actor,
  id: string,
): Promise<undefined | Refusal> {
  const event = await requireStaff(db, actor, id, 'editor')
  return isRefusal(event) ? event : undefined
}

/**
 * Draws a poster in its sizes, keeps them, and then has `commit` run `record` in the request's transaction. Files that no
 * event has are removed: at once when it was refused or failed, else by a job, or by the sweep after a crash.
 */
export async function changePoster<Result>(
  deps: PosterDeps,
  actor: Actor,
  id: string,
  path: string,
  commit: (record: (tx: Tx) => Promise<undefined | Refusal>) => Promise<Result | Refusal>,
): Promise<Result | Refusal> {
  const { storage } = deps
  const poster = newId()
  let recorded = false
  try {
    const drawn = await renderPhoto(path, ({ name, bytes }) =>
      storage.write(keyOf(poster, sides[name]), bytes),
    )
    if (!drawn.ok) return problemOf(drawn)
    const result = await commit(async (tx) => {
      const refused = await replace(tx, deps, actor, id, { poster, ...drawn })
      recorded = refused === undefined
      return refused
    })
    if (isRefusal(result)) await removeFiles(storage, keysOf(poster))
    return result
  } catch (error) {
    // once recorded, the commit itself may have succeeded unheard: only the sweep can tell
    if (!recorded) await removeFiles(storage, keysOf(poster))
    throw error
  }
}

/** Takes an event's poster away; its files follow by a job. */
export const removePoster = (
  tx: Tx,
  deps: PosterDeps,
  actor: Actor,
  id: string,
): Promise<undefined | Refusal> => replace(tx, deps, actor, id, null)

type Drawn = { poster: string } & RenderedPhoto

async function replace(
  tx: Tx,
  { shows }: PosterDeps,
  actor: Actor,
  id: string,
  drawn: Drawn | null,
): Promise<undefined | Refusal> {
  await shows.lock(tx, id)
  const event = await requireStaff(tx, actor, id, 'editor')
  if (isRefusal(event)) return event
  const before = await readStanding(tx, event)
  if (before === undefined) return refuse('not_found')
  await shows.update(tx, event, {
    poster: drawn?.poster ?? null,
    poster_width: drawn?.display.width ?? null,
    poster_height: drawn?.display.height ?? null,
    poster_placeholder: drawn?.thumbhash ?? null,
    poster_color: drawn?.dominantColour ?? null,
  })
  if (before.poster !== null) await removeLater(tx, keysOf(before.poster))
  await announce(tx, 'show', event, 'facts')
  return undefined
}
