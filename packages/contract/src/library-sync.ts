import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Id, Timestamp } from './fields.ts'

const tag = 'Music'

/**
 * How far fetching my songs from Spotify is; `total` is what there is to fetch as far as is known. `waiting` until the
 * provider takes questions again, at `resumes_at`.
 */
export const LibrarySync = z
  .object({
    id: Id,
    state: z.enum(['queued', 'running', 'waiting', 'done', 'failed', 'cancelled']),
    progress: z.number().min(0).max(1),
    done: z.int(),
    total: z.int().nullable(),
    added: z.int(),
    message: z.string().nullable(),
    resumes_at: Timestamp.nullable(),
    created_at: Timestamp,
    updated_at: Timestamp,
  })
  .meta({
    id: 'LibrarySync',
    example: {
      id: Id.meta()?.example,
      state: 'running',
      progress: 0.4,
      done: 200,
      total: 500,
      added: 180,
      message: null,
      resumes_at: null,
      created_at: '2024-12-01T19:00:00.000Z',
      updated_at: '2024-12-01T19:00:10.000Z',
    },
  })
export type LibrarySync = z.infer<typeof LibrarySync>

export const syncLibrary = endpoint({
  id: 'syncLibrary',
  method: 'POST',
  path: '/music/sync-library',
  tag,
  summary: 'Fetch the songs I saved at Spotify, the newest first; resumed by itself after a break',
  description:
    'At most `limit` songs. While one is under way, that one is answered. Progress comes on the personal channel as `sync_progress`.',
  security: 'required',
  limit: 'write',
  body: z
    .strictObject({ limit: z.int().min(1).max(10_000).default(50) })
    .meta({ id: 'SyncRequest', example: { limit: 500 } }),
  bodyOptional: true,
  answers: { 202: LibrarySync },
  problems: ['provider_not_configured', 'provider_not_connected', 'provider_reconnect'],
})

export const readLibrarySync = endpoint({
  id: 'readLibrarySync',
  method: 'GET',
  path: '/music/sync-library',
  tag,
  summary: 'How far the last one is, or null where there was none',
  security: 'required',
  answers: { 200: z.object({ sync: LibrarySync.nullable() }) },
  problems: [],
})

export const cancelLibrarySync = endpoint({
  id: 'cancelLibrarySync',
  method: 'POST',
  path: '/music/sync-library/cancel',
  tag,
  summary: 'Stop the one that is under way; what came stays',
  security: 'required',
  body: z.strictObject({}),
  bodyOptional: true,
  answers: { 200: z.object({ sync: LibrarySync.nullable() }) },
  problems: [],
})
