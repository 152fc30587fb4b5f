import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { ChosenAudience, Id, prose, Timestamp } from './fields.ts'
import { MediaKind, MOST_BYTES } from './media.ts'
import { PART_TYPE, tusHeaders } from './tus.ts'

const tag = 'Uploads'

/** Where uploads are made, and lie. */
export const UPLOADS_PATH = '/api/v1/uploads'

/** Uploads of one person that may be open at once. */
export const MOST_OPEN_UPLOADS = 100

/** Bytes of one part as our own client sends them: 8 MB. Others may choose; a store on S3 needs at least 5 MB. */
export const PART_BYTES = 8 * 1_048_576

/**
 * What `Upload-Metadata` may say (tus 1.0: keys, and values in base64). `sha256` (64 hex digits) is compared with the
 * bytes that arrived, and recognises what one has already; `kind` lets the limit of that kind speak at once;
 * `last_modified` is the file's own date (RFC 3339), the last resort for when it was taken.
 */
export const UploadMetadata = z.strictObject({
  filename: z
    .string()
    .max(5000)
    .transform((name) => name.replaceAll(/\p{Cc}/gu, ''))
    .optional(),
  filetype: z.string().max(200).optional(),
  kind: MediaKind.optional(),
  show_id: Id.optional(),
  caption: prose(2000).optional(),
  audience: ChosenAudience.optional(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  last_modified: z.iso.datetime({ offset: true }).optional(),
})
export type UploadMetadata = z.output<typeof UploadMetadata>

/**
 * How an upload stands. `receiving`: bytes up to `offset` are safe. `finishing`: all are here and being looked at. `done`:
 * the medium `media_id` of `kind` exists, `duplicate` when I had it at that show before. `failed`: `problem` says why; the
 * bytes are gone.
 */
export const Upload = z
  .object({
    id: Id,
    state: z.enum(['receiving', 'finishing', 'done', 'failed']),
    offset: z.int(),
    length: z.int(),
    file_name: z.string().nullable(),
    show_id: Id.nullable(),
    kind: MediaKind.nullable(),
    media_id: Id.nullable(),
    duplicate: z.boolean(),
    problem: z.object({ code: z.string(), message: z.string() }).nullable(),
    created_at: Timestamp,
    expires_at: Timestamp,
  })
  .meta({
    id: 'Upload',
    example: {
      id: Id.meta()?.example,
      state: 'receiving',
      offset: 8388608,
      length: 314572800,
      file_name: 'IMG_2042.MOV',
      show_id: Id.meta()?.example,
      kind: 'video',
      media_id: null,
      duplicate: false,
      problem: null,
      created_at: '2024-12-01T22:00:00.000Z',
      expires_at: '2024-12-08T22:00:00.000Z',
    },
  })
export type Upload = z.infer<typeof Upload>

const params = z.object({ upload_id: Id })

export const createUpload = endpoint({
  id: 'createUpload',
  method: 'POST',
  path: '/uploads',
  tag,
  summary: 'Begin an upload in parts (tus 1.0: creation, creation-with-upload)',
  description:
    '`Location` names the upload, `Upload-Expires` the day it is given up. Up to 100 MB a photo, 1 GB a recording, 4 GB a video, within one’s quota; 100 may be open at once. `Upload-Metadata` has pairs of a key and a value in base64: `filename`, `filetype`, `kind`, `show_id`, `caption`, `audience`, `sha256` (64 hex digits of the whole, compared in the end), `last_modified` (RFC 3339). With `sha256` of something one already has at that show: 409 `already_uploaded` with its `media_id` and `kind`. A body is the first part.',
  security: 'required',
  limit: 'upload',
  idempotent: true,
  bytes: PART_TYPE,
  bytesOptional: true,
  headers: z.object({
    ...tusHeaders,
    'Upload-Length': z.int().min(1).max(MOST_BYTES.video),
    'Upload-Metadata': z.string().meta({ example: 'filename SU1HXzIwNDIuTU9W,kind dmlkZW8=' }).optional(),
  }),
  answers: { 201: null },
  problems: [
    'validation_failed',
    'file_empty',
    'too_many_uploads',
    'idempotency_conflict',
    'already_uploaded',
    'payload_too_large',
    'quota_exceeded',
    'not_found',
    'upload_busy',
    'storage_full',
    'tus_version',
  ],
})

export const listUploads = endpoint({
  id: 'listUploads',
  method: 'GET',
  path: '/uploads',
  tag,
  summary: 'My uploads that have not ended, newest first',
  security: 'required',
  answers: { 200: z.object({ items: z.array(Upload) }) },
  problems: [],
})

export const readUpload = endpoint({
  id: 'readUpload',
  method: 'GET',
  path: '/uploads/{upload_id}',
  tag,
  summary: 'How my upload stands; while it is finishing, waits up to 10 s for the end of it',
  description:
    '`HEAD` answers the offset in tus’s headers. An upload that ended can be asked about for a week.',
  security: 'required',
  params,
  answers: { 200: Upload },
  problems: ['not_found'],
})

export const sendPart = endpoint({
  id: 'sendPart',
  method: 'PATCH',
  path: '/uploads/{upload_id}',
  tag,
  summary: 'Send the bytes from an offset on (tus 1.0)',
  description:
    '`Upload-Offset` as `HEAD` tells it. Of two writers at once one is refused with 409 `upload_busy`; the wrong offset is 409 `offset_mismatch`. What arrived before a cut is kept. With the last byte the upload is `finishing`.',
  security: 'required',
  limit: 'part',
  bytes: PART_TYPE,
  headers: z.object({ ...tusHeaders, 'Upload-Offset': z.int().min(0).max(MOST_BYTES.video) }),
  params,
  answers: { 204: null },
  problems: [
    'not_found',
    'validation_failed',
    'upload_busy',
    'offset_mismatch',
    'upload_ended',
    'payload_too_large',
    'storage_full',
    'tus_version',
  ],
})

export const cancelUpload = endpoint({
  id: 'cancelUpload',
  method: 'DELETE',
  path: '/uploads/{upload_id}',
  tag,
  summary: 'Give up an upload (tus 1.0: termination), also while a part of it is on its way',
  security: 'required',
  headers: z.object(tusHeaders),
  params,
  answers: { 204: null },
  problems: ['not_found', 'tus_version'],
})
