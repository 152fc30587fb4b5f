import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Id, Timestamp } from './fields.ts'
import { Paging, pageOf } from './paging.ts'

const tag = 'Exports'

/** How long the file of an export can be fetched. */
export const EXPORT_DAYS = 7

/**
 * `json`: everything but the files, as the published schema describes it. `csv`: shows as a table. `ics`: shows as a
 * calendar (RFC 5545). `archive`: all in a zip, with all originals.
 */
export const ExportFormat = z.enum(['json', 'csv', 'ics', 'archive'])
export type ExportFormat = z.infer<typeof ExportFormat>

/**
 * A copy of what is mine. `progress` runs from 0 to 1, `size` is in bytes; `url` and `expires_at` are there once it is
 * `ready`, `failure` says in a sentence what went wrong.
 */
export const Export = z
  .object({
    id: Id,
    format: ExportFormat,
    state: z.enum(['waiting', 'running', 'ready', 'failed', 'expired']),
    progress: z.number().min(0).max(1),
    size: z.int().nullable(),
    url: z.string().optional(),
    failure: z.string().nullable(),
    expires_at: Timestamp.nullable(),
    created_at: Timestamp,
    updated_at: Timestamp,
  })
  .meta({
    id: 'Export',
    example: {
      id: Id.meta()?.example,
      format: 'archive',
      state: 'ready',
      progress: 1,
      size: 48_213_904,
      url: `/api/v1/exports/${Id.meta()?.example}/file`,
      failure: null,
      expires_at: '2024-12-08T19:00:00.000Z',
      created_at: '2024-12-01T19:00:00.000Z',
      updated_at: '2024-12-01T19:01:12.000Z',
    },
  })
export type Export = z.infer<typeof Export>

export const ExportCreate = z
  .strictObject({ format: ExportFormat })
  .meta({ id: 'ExportCreate', example: { format: 'archive' } })

const params = z.object({ id: Id })

export const createExport = endpoint({
  id: 'createExport',
  method: 'POST',
  path: '/exports',
  tag,
  summary: 'Make a copy of everything that is mine',
  description:
    'Made by a job; `export_progress` on the personal channel tells how far it is, and a mail when it is ready. One at a time, ten an hour. A new one takes the place of the last one of its format. It does not count towards the storage quota.',
  security: 'required',
  limit: 'export',
  body: ExportCreate,
  answers: { 201: Export },
  problems: ['export_under_way'],
})

export const listExports = endpoint({
  id: 'listExports',
  method: 'GET',
  path: '/exports',
  tag,
  summary: 'My exports, newest first',
  security: 'required',
  query: Paging.pick({ limit: true, cursor: true }),
  answers: { 200: pageOf(Export) },
  problems: [],
})

export const readExport = endpoint({
  id: 'readExport',
  method: 'GET',
  path: '/exports/{id}',
  tag,
  summary: 'One of my exports',
  security: 'required',
  params,
  answers: { 200: Export },
  problems: ['not_found'],
})

export const readExportFile = endpoint({
  id: 'readExportFile',
  method: 'GET',
  path: '/exports/{id}/file',
  tag,
  summary: 'The file of an export, for its owner alone',
  security: 'required',
  params,
  answers: { 200: null, 206: null, 304: null },
  produces: ['application/json', 'text/csv', 'text/calendar', 'application/zip'],
  problems: ['not_found', 'range_not_satisfiable'],
})

export const deleteExport = endpoint({
  id: 'deleteExport',
  method: 'DELETE',
  path: '/exports/{id}',
  tag,
  summary: 'Delete an export and its file, or stop one that is being made',
  security: 'required',
  limit: 'write',
  params,
  answers: { 204: null },
  problems: ['not_found'],
})

export const readExportSchema = endpoint({
  id: 'readExportSchema',
  method: 'GET',
  path: '/exports/schema',
  tag,
  summary: 'The JSON Schema of account.json',
  security: 'none',
  answers: { 200: z.record(z.string(), z.unknown()) },
  problems: [],
})
