import { isRefusal, type Refusal } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import { newId } from '../../../platform/db/ids.ts'
import { problemOf, renderSquares } from '../../../platform/images/index.ts'
import { removeFiles, removeLater } from '../../../platform/storage/remove-files.ts'
import type { Storage } from '../../../platform/storage/storage.ts'
import { keyOf, keysOf, SIDES } from '../rules.ts'

/** Names the picture a person shows, null for none, and gives the one she showed before. */
export type ReplaceAvatar = (tx: Tx, userId: string, avatar: string | null) => Promise<string | null>

type Deps = { storage: Storage; replaceAvatar: ReplaceAvatar }

/**
 * Draws the squares of a picture, keeps them, and then has `commit` run `record` in the request's transaction. Files
 * that nobody shows are removed: at once when it was refused or failed, else by a job, or by the sweep after a crash.
 */
export async function changeAvatar<Result>(
  { storage, replaceAvatar }: Deps,
  userId: string,
  path: string,
  commit: (record: (tx: Tx) => Promise<unknown>) => Promise<Result | Refusal>,
): Promise<Result | Refusal> {
  const drawn = await renderSquares(path, SIDES)
  if (!drawn.ok) return problemOf(drawn)
  const avatar = newId()
  let recorded = false
  try {
    for (const [n, side] of SIDES.entries()) {
      await storage.write(keyOf(avatar, side), drawn.squares[n] as Buffer)
    }
    const result = await commit(async (tx) => {
      await replace(tx, replaceAvatar, userId, avatar)
      recorded = true
    })
    if (isRefusal(result)) await removeFiles(storage, keysOf(avatar))
    return result
  } catch (error) {
    // once recorded, the commit itself may have succeeded unheard: only the sweep can tell
    if (!recorded) await removeFiles(storage, keysOf(avatar))
    throw error
  }
}

/** Takes a person's picture away; its files follow by a job. */
export const removeAvatar = (tx: Tx, replaceAvatar: ReplaceAvatar, userId: string): Promise<undefined> =>
  replace(tx, replaceAvatar, userId, null)

async function replace(tx: Tx, replaceAvatar: ReplaceAvatar, userId: string, avatar: string | null) {
  const before = await replaceAvatar(tx, userId, avatar)
  if (before !== null) await removeLater(tx, keysOf(before))
  return undefined
}
