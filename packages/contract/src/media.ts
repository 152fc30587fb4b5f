import { z } from 'zod'
import { Person } from './accounts.ts'
import { endpoint } from './endpoint.ts'
import { Audience, ChosenAudience, Id, Latitude, Longitude, prose, Timestamp } from './fields.ts'
import { Paging, pageOf } from './paging.ts'

const MB = 1_048_576

export const MediaKind = z.enum(['photo', 'audio', 'video'])
export type MediaKind = z.infer<typeof MediaKind>

/** Most bytes of a medium in one request; 1 MB = 1,048,576 bytes. Larger ones come in parts, see uploads. */
export const REQUEST_BYTES: Readonly<Record<MediaKind, number>> = {
  photo: 50 * MB,
  audio: 100 * MB,
  video: 50 * MB,
}

/** Most bytes of a medium at all. */
export const MOST_BYTES: Readonly<Record<MediaKind, number>> = {
  photo: 100 * MB,
  audio: 1024 * MB,
  video: 4096 * MB,
}

/**
 * Why a medium could not be prepared: it does not decode, plays too long, has no picture or sound where it needs one, or
 * costs more time, memory or disk than one file may; `internal` is our fault and worth another try.
 */
export const FailureCode = z.enum(['file_corrupt', 'too_long', 'no_stream', 'too_demanding', 'internal'])
export type FailureCode = z.infer<typeof FailureCode>

/**
 * What all media have. `point`, `file_name` and `urls.original` are the owner's alone: the original is kept byte for
 * byte with all it says. `captured_at` is when it was taken or begun: `exif` and `container` name a moment, `exif_local`
 * was read off a clock and put into the venue's zone, `file` is the file's own date, `upload` when it came to us.
 */
export const mediumFields = {
  id: Id,
  show_id: Id.nullable(),
  owner: Person,
  caption: z.string().nullable(),
  audience: Audience,
  mime_type: z.string(),
  file_name: z.string().nullable(),
  file_size: z.int(),
  captured_at: Timestamp.nullable(),
  captured_at_source: z.enum(['exif', 'exif_local', 'container', 'file', 'upload']).nullable(),
  point: z.object({ latitude: Latitude, longitude: Longitude }).nullable(),
  state: z.enum(['processing', 'ready', 'failed']),
  failure: z.string().nullable(),
  failure_code: FailureCode.nullable(),
  created_at: Timestamp,
  updated_at: Timestamp,
}

/** What has a picture: its size as displayed, after rotation, a ThumbHash in base64 and its main colour. */
export const pictureFields = {
  width: z.int().nullable(),
  height: z.int().nullable(),
  placeholder: z.string().nullable(),
  color: z.string().nullable(),
}

/** What plays: seconds, and bits a second of the whole file. `title` is the caption by another name. */
export const playableFields = {
  title: z.string().nullable(),
  duration: z.number().nullable(),
  bitrate: z.int().nullable(),
}

export const mediumExample = {
  id: Id.meta()?.example,
  show_id: Id.meta()?.example,
  owner: Person.meta()?.example,
  caption: 'The last song',
  audience: 'public',
  file_size: 3812456,
  captured_at: '2024-12-01T21:12:45.000Z',
  point: null,
  state: 'ready',
  failure: null,
  failure_code: null,
  created_at: '2024-12-01T22:00:00.000Z',
  updated_at: '2024-12-01T22:00:00.000Z',
}

/** Fields beside the file, in any order; an empty one counts as not sent. `title` is another word for `caption`, which counts if both come. */
export const MediumForm = z.strictObject({
  show_id: Id.optional(),
  caption: prose(2000).optional(),
  title: prose(2000).optional(),
  audience: ChosenAudience.optional(),
})
export type MediumForm = z.output<typeof MediumForm>

/** What is not sent stays. Null takes the caption (or `title`, its other word) away, or the medium off its show. */
export const MediumChange = z
  .strictObject({
    caption: prose(2000).nullish(),
    title: prose(2000).nullish(),
    audience: ChosenAudience.optional(),
    show_id: Id.nullish(),
  })
  .meta({ id: 'MediumChange', example: { caption: 'The last song' } })
export type MediumChange = z.output<typeof MediumChange>

/** `download=1` has browsers save the bytes under a file's name. */
export const Download = z.object({ download: z.literal('1').optional() })

const params = z.object({ id: Id })

/** What the endpoints of one kind are made of; `noun` as in `/photos`, `a` as in "a photo". */
type KindOf<Noun extends string, Shape extends z.ZodType> = {
  noun: Noun
  a: string
  tag: string
  formats: string
  most: string
  best: string
  shape: Shape
}

/** An endpoint that answers with a part of a medium's bytes. */
export const mediumBytes = <const Path extends string>(
  id: string,
  path: Path,
  tag: string,
  produces: readonly string[],
  summary: string,
) =>
  endpoint({
    id,
    method: 'GET',
    path,
    tag,
    summary,
    security: 'optional',
    params,
    query: Download,
    answers: { 200: null, 206: null, 302: null, 304: null },
    produces,
    problems: ['not_found', 'rendition_not_ready', 'range_not_satisfiable'],
  })

/** The endpoints that every kind of medium has. `One` and `Many` end their operations' ids: `uploadPhoto`, `listPhotos`. */
export function mediaEndpoints<const Noun extends string, Shape extends z.ZodType>(
  One: string,
  Many: string,
  { noun, a, tag, formats, most, best, shape }: KindOf<Noun, Shape>,
) {
  const own = ['not_found', 'forbidden'] as const
  return {
    upload: endpoint({
      id: `upload${One}`,
      method: 'POST',
      path: `/${noun}`,
      tag,
      summary: `Add ${a} (${formats}; up to ${most})`,
      description:
        'Judged by content, never by name. The original is kept byte for byte; renditions follow (`state`), with progress on the personal channel. Adding to a show one may see puts the show into one’s diary. More than that comes in parts, see `/uploads`.',
      security: 'required',
      limit: 'upload',
      idempotent: true,
      form: MediumForm,
      answers: { 201: shape },
      problems: [
        'file_missing',
        'file_empty',
        'unsupported_format',
        'too_many_pixels',
        'file_corrupt',
        'payload_too_large',
        'quota_exceeded',
        'unsupported_media_type',
        'not_found',
        'idempotency_conflict',
        'storage_full',
      ],
    }),
    read: endpoint({
      id: `read${One}`,
      method: 'GET',
      path: `/${noun}/{id}`,
      tag,
      summary: `${a} as JSON; as bytes when the client asks for them`.replace(/^./, (first) =>
        first.toUpperCase(),
      ),
      description: `Bytes when \`Accept\` prefers them, \`Sec-Fetch-Dest\` names their kind, or \`Range\` is sent: the original for its owner, ${best} for others.`,
      security: 'optional',
      params,
      query: Download,
      answers: { 200: shape, 206: null, 302: null, 304: null },
      problems: ['not_found', 'rendition_not_ready', 'range_not_satisfiable'],
    }),
    readOriginal: mediumBytes(
      `read${One}Original`,
      `/${noun}/{id}/original`,
      tag,
      ['application/octet-stream'],
      'The file as it was sent, for its owner alone',
    ),
    change: endpoint({
      id: `change${One}`,
      method: 'PUT',
      path: `/${noun}/{id}`,
      tag,
      summary: 'Change caption, audience or show; fields not sent stay as they are',
      security: 'required',
      params,
      body: MediumChange,
      answers: { 200: shape },
      problems: own,
    }),
    delete: endpoint({
      id: `delete${One}`,
      method: 'DELETE',
      path: `/${noun}/{id}`,
      tag,
      summary: `Delete my ${One.toLowerCase()}; for 15 minutes it can be restored`,
      description:
        'It is gone for everybody at once. Its files are removed when it can no longer be restored.',
      security: 'required',
      params,
      answers: { 204: null },
      problems: own,
    }),
    restore: endpoint({
      id: `restore${One}`,
      method: 'POST',
      path: `/${noun}/{id}/restore`,
      tag,
      summary: 'Undo the deletion of the last 15 minutes',
      security: 'required',
      params,
      body: z.strictObject({}),
      bodyOptional: true,
      answers: { 200: shape },
      problems: ['not_found', 'quota_exceeded'],
    }),
    retry: endpoint({
      id: `retry${One}`,
      method: 'POST',
      path: `/${noun}/{id}/retry`,
      tag,
      summary: 'Prepare a failed one again',
      security: 'required',
      params,
      body: z.strictObject({}),
      bodyOptional: true,
      answers: { 200: shape },
      problems: [...own, 'media_not_failed'],
    }),
    list: endpoint({
      id: `list${Many}`,
      method: 'GET',
      path: `/${noun}`,
      tag,
      summary: 'All of mine, newest first',
      security: 'required',
      query: Paging,
      answers: { 200: pageOf(shape) },
      problems: [],
    }),
    listOfShow: endpoint({
      id: `list${Many}OfShow`,
      method: 'GET',
      path: `/${noun}/show/{show_id}`,
      tag,
      summary: 'Those of a show that the viewer may see, whoever added them, in the order they were taken',
      security: 'optional',
      params: z.object({ show_id: Id }),
      query: Paging,
      answers: { 200: pageOf(shape) },
      problems: ['not_found'],
    }),
    listOfUser: endpoint({
      id: `list${Many}OfUser`,
      method: 'GET',
      path: `/${noun}/user/{user_id}`,
      tag,
      summary: 'Those of a person that the viewer may see, newest first',
      security: 'optional',
      params: z.object({ user_id: Id }),
      query: Paging,
      answers: { 200: pageOf(shape) },
      problems: ['not_found'],
    }),
  }
}
