import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Event } from './events.ts'
import { Id } from './fields.ts'

const tag = 'Events'
const params = z.object({ id: Id })

/** Most bytes of a poster: 10 MB, 1 MB = 1,048,576 bytes. */
export const POSTER_BYTES = 10 * 1_048_576

export const changePoster = endpoint({
  id: 'changePoster',
  method: 'PUT',
  path: '/events/{id}/poster',
  tag,
  summary: 'Give an event a poster (png, jpg, gif, webp, heic, avif; up to 10 MB)',
  description:
    'Judged by content, never by name. It is drawn anew in three sizes; what you sent is not kept.',
  security: 'required',
  limit: 'upload',
  params,
  form: z.strictObject({}),
  answers: { 200: Event },
  problems: [
    'not_found',
    'staff_only',
    'file_missing',
    'file_empty',
    'unsupported_format',
    'too_many_pixels',
    'file_corrupt',
    'payload_too_large',
    'unsupported_media_type',
    'storage_full',
  ],
})

export const removePoster = endpoint({
  id: 'removePoster',
  method: 'DELETE',
  path: '/events/{id}/poster',
  tag,
  summary: 'Take an event’s poster away',
  security: 'required',
  params,
  answers: { 204: null },
  problems: ['not_found', 'staff_only'],
})

export const readPoster = endpoint({
  id: 'readPoster',
  method: 'GET',
  path: '/events/{id}/poster',
  tag,
  summary: 'An event’s poster, a WebP of at most 320, 800 or 1600 pixels without metadata',
  description: 'With the current `v`, as in `poster`, browsers keep it for a year.',
  security: 'optional',
  params,
  query: z.object({ size: z.enum(['320', '800', '1600']).default('800'), v: Id.optional() }),
  answers: { 200: null, 206: null, 304: null },
  produces: ['image/webp'],
  problems: ['not_found', 'range_not_satisfiable'],
})
