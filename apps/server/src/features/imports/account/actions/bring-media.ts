import { rm } from 'node:fs/promises'
import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Db } from '../../../../platform/db/connect.ts'
import { transact } from '../../../../platform/db/transact.ts'
import type { Media, Sent } from '../../../media/feature.ts'
import type { Bringer, Bringing } from '../../kinds.ts'
import type { MediumEntry } from '../rules/extras.ts'
import { failed, settleOrFail } from './settle.ts'
import { FULL, isFull, type Temporary, takeOut } from './take-out.ts'

export type MediaDeps = {
  db: Db
  media: Pick<Media, 'keepMedium' | 'findBrought' | 'takeBack'>
  temporary: Temporary
}

/** Photos and recordings, by their bytes: what somebody has already is not kept twice. */
export const mediaBringer = (deps: MediaDeps): Bringer => ({
  async bring({ entry }, bringing) {
    const medium = entry as MediumEntry
    const { showId, there } = await findThere(deps, medium, bringing)
    if (there !== undefined) return bringing.settle(async () => ({ outcome: 'present', madeId: there }))
    if (medium.packed === null) return bringing.settle(async () => ({ outcome: 'skipped' }))
    const refusal = await keep(deps, medium, medium.packed, showId, bringing)
    if (refusal !== null) await bringing.settle(async () => failed('media', refusal))
  },
  async takeBack(tx, actor, { madeId, made }) {
    const { caption } = made as Pick<MediumEntry, 'caption'>
    const gone = madeId === null || (await deps.media.takeBack(tx, actor, madeId, caption))
    return gone ? 'undone' : 'kept'
  },
})

type There = { showId: string | null; there: string | undefined }

async function findThere(
  { db, media }: MediaDeps,
  { show_id, sha256, created_at: createdAt }: MediumEntry,
  { actor, idOf }: Bringing,
): Promise<There> {
  const found = await transact(db, async (tx): Promise<There> => {
    const showId = show_id === null ? null : await idOf(tx, 'shows', show_id)
    const same = { sha256: Buffer.from(sha256, 'hex'), showId, createdAt }
    return { showId, there: await media.findBrought(tx, actor.id, same) }
  })
  if (isRefusal(found)) throw new Error('a look that was refused')
  return found
}

/** Null once it is settled. */
async function keep(
  { media, temporary }: MediaDeps,
  medium: MediumEntry,
  packed: NonNullable<MediumEntry['packed']>,
  showId: string | null,
  bringing: Bringing,
): Promise<Refusal | null> {
  if (packed.size !== medium.file_size) return OTHER_BYTES
  const path = await temporary()
  try {
    const taken = await takeOut(await bringing.file(), packed, path, bringing.signal)
    if (isRefusal(taken)) return taken
    if (taken.sha256.toString('hex') !== medium.sha256) return OTHER_BYTES
    let settled = false
    const kept = await media.keepMedium<null>(
      bringing.actor,
      sentOf(medium, path, taken.sha256, showId),
      async (record) => {
        let refusal: Refusal | null = null
        await settleOrFail(bringing, 'media', async (tx) => {
          const id = await record(tx)
          refusal = isRefusal(id) ? id : null
          return isRefusal(id)
            ? id
            : { outcome: 'added', madeId: id, made: { caption: medium.caption || null } }
        })
        settled = true
        return refusal
      },
    )
    return settled || !isRefusal(kept) ? null : kept
  } catch (error) {
    if (isFull(error)) return refuse('storage_full', { message: FULL })
    throw error
  } finally {
    await rm(path, { force: true })
  }
}

const OTHER_BYTES = refuse('checksum_mismatch', {
  message: 'Its bytes in the archive are not those that were exported.',
})

const sentOf = (medium: MediumEntry, path: string, sha256: Buffer, showId: string | null): Sent => ({
  from: { path },
  only: medium.kind,
  name: medium.file_name ?? '',
  size: medium.file_size,
  sha256,
  fields: {
    audience: medium.audience,
    ...(showId !== null && { show_id: showId }),
    ...(medium.caption && { caption: medium.caption }),
  },
  brought: {
    capturedAt: medium.captured_at,
    source: medium.captured_at_source,
    createdAt: medium.created_at,
  },
})
