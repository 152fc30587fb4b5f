import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Id } from './fields.ts'

const tag = 'Media'

/** Media of mine, of any kind, up to 200 at once; all or none. */
const Ids = z.array(Id).min(1).max(200)

export const MediaChosen = z
  .strictObject({ ids: Ids })
  .meta({ id: 'MediaChosen', example: { ids: [Id.meta()?.example] } })

/** Where they go: a show that I may see, or null for none. */
export const MediaMove = z
  .strictObject({ ids: Ids, show_id: Id.nullable() })
  .meta({ id: 'MediaMove', example: { ids: [Id.meta()?.example], show_id: Id.meta()?.example } })

export const MediaChanged = z
  .object({ changed: z.int() })
  .meta({ id: 'MediaChanged', example: { changed: 3 } })

export const deleteMedia = endpoint({
  id: 'deleteMedia',
  method: 'POST',
  path: '/media/delete',
  tag,
  summary: 'Delete several of mine; for 15 minutes they can be restored',
  description: 'All or none: one that is not mine refuses them all.',
  security: 'required',
  body: MediaChosen,
  answers: { 200: MediaChanged },
  problems: ['not_found', 'forbidden'],
})

export const restoreMedia = endpoint({
  id: 'restoreMedia',
  method: 'POST',
  path: '/media/restore',
  tag,
  summary: 'Undo the deletion of several of mine',
  security: 'required',
  body: MediaChosen,
  answers: { 200: MediaChanged },
  problems: ['not_found', 'quota_exceeded'],
})

export const moveMedia = endpoint({
  id: 'moveMedia',
  method: 'POST',
  path: '/media/move',
  tag,
  summary: 'Move several of mine to another show',
  description: 'Puts that show into one’s diary. All or none.',
  security: 'required',
  body: MediaMove,
  answers: { 200: MediaChanged },
  problems: ['not_found', 'forbidden'],
})

const Use = z.object({ count: z.int(), bytes: z.int() })

/** Bytes of what I keep: originals, and uploads on their way at their full length. Renditions are the server's own. */
export const StorageUse = z
  .object({
    quota: z.int(),
    used: z.int(),
    photos: Use,
    audio: Use,
    videos: Use,
    uploads: Use,
  })
  .meta({
    id: 'StorageUse',
    example: {
      quota: 21474836480,
      used: 3812456,
      photos: { count: 1, bytes: 3812456 },
      audio: { count: 0, bytes: 0 },
      videos: { count: 0, bytes: 0 },
      uploads: { count: 0, bytes: 0 },
    },
  })
export type StorageUse = z.infer<typeof StorageUse>

export const readStorageUse = endpoint({
  id: 'readStorageUse',
  method: 'GET',
  path: '/users/me/storage',
  tag,
  summary: 'How much of my quota is used, and by what',
  security: 'required',
  answers: { 200: StorageUse },
  problems: [],
})
