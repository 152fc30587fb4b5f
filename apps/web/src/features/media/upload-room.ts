import type { StorageUse } from '@sharemyshows/contract/media-sets'
import { queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '@/lib/api'
import { keys } from '@/lib/keys'
import { sayBytes } from '@/lib/sizes'
import { isPending, type Upload } from './upload-item'
import { bytesToCome } from './upload-line'

/** How much of my room is used, and by what. */
export const storageQuery = queryOptions({
  queryKey: keys.storage,
  queryFn: ({ signal }): Promise<StorageUse> => unwrap(api.GET('/api/v1/users/me/storage', { signal })),
})

/** A look so long ago (ms) still tells whether there is room; a network that takes longer is not waited for. */
const FRESH_MS = 30_000
const PATIENCE_MS = 1500

/** The same, for those who are about to add something and do not want to wait. */
export const roomQuery = queryOptions({
  ...storageQuery,
  queryFn: (): Promise<StorageUse> =>
    unwrap(api.GET('/api/v1/users/me/storage', { signal: AbortSignal.timeout(PATIENCE_MS) })),
  staleTime: FRESH_MS,
  networkMode: 'always',
  retry: false,
})

/** New uploads, of which those that no longer fit into the room have failed already; `use` is unknown without a network. */
export function fitting(
  made: readonly Upload[],
  known: readonly Upload[],
  use: StorageUse | undefined,
): Upload[] {
  if (use === undefined) return [...made]
  let free = use.quota - use.used - bytesToCome(known)
  return made.map((upload) => {
    if (!isPending(upload)) return upload
    if (upload.size <= free) {
      free -= upload.size
      return upload
    }
    const reason = `There is no room for it: ${sayBytes(use.used)} of your ${sayBytes(use.quota)} are taken.`
    return { ...upload, state: 'failed', reason, full: true }
  })
}

export type Fullness = 'room' | 'near' | 'full'

/** Near from nine tenths on; full when not even a photo fits. */
export function fullnessOf({ quota, used }: StorageUse): Fullness {
  if (quota - used < 1_048_576) return 'full'
  return used / quota >= 0.9 ? 'near' : 'room'
}
