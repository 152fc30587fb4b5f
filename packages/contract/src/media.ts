import { z } from 'zod'
import { Person } from './accounts.ts'
import { endpoint } from './endpoint.ts'
import { Audience, ChosenAudience, Id, Latitude, Longitude, prose, Timestamp } from './fields.ts'
import { Paging, pageOf } from './paging.ts'

const tag = 'Photos'

/** Most bytes of a photo in one request: 50 MB, 1 MB = 1,048,576 bytes. */
export const PHOTO_REQUEST_BYTES = 50 * 1_048_576

/**
 * A photo. Width and height are as displayed, after rotation. `placeholder` is a ThumbHash in base64. `point` and
 * `urls.original` are the owner's alone: the original is kept byte for byte with all it says.
 */
export const Photo = z
  .object({
    id: Id,
    kind: z.literal('photo'),
    show_id: Id.nullable(),
    owner: Person,
    caption: z.string().nullable(),
    audience: Audience,
    mime_type: z.string(),
    file_name: z.string().nullable(),
    file_size: z.int(),
    width: z.int().nullable(),
    height: z.int().nullable(),
    captured_at: Timestamp.nullable(),
    captured_at_source: z.enum(['exif', 'exif_local', 'upload']).nullable(),
    point: z.object({ latitude: Latitude, longitude: Longitude }).nullable(),
    placeholder: z.string().nullable(),
    color: z.string().nullable(),
    state: z.enum(['processing', 'ready', 'failed']),
    failure: z.string().nullable(),
    urls: z.object({
      original: z.string().optional(),
      thumbnail: z.string().optional(),
      display: z.string().optional(),
    }),
    created_at: Timestamp,
    updated_at: Timestamp,
  })
  .meta({
    id: 'Photo',
    example: {
      id: Id.meta()?.example,
      kind: 'photo',
      show_id: Id.meta()?.example,
      owner: Person.meta()?.example,
      caption: 'The last song',
      audience: 'public',
      mime_type: 'image/jpeg',
      file_name: 'IMG_2041.jpg',
      file_size: 3812456,
      width: 4032,
      height: 3024,
      captured_at: '2024-12-01T21:12:45.000Z',
      captured_at_source: 'exif',
      point: null,
      placeholder: null,
      color: '#3a2b52',
      state: 'ready',
      failure: null,
      urls: {
        thumbnail: '/api/v1/photos/019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10/thumbnail',
        display: '/api/v1/photos/019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10/display',
      },
      created_at: '2024-12-01T22:00:00.000Z',
      updated_at: '2024-12-01T22:00:00.000Z',
    },
  })
export type Photo = z.infer<typeof Photo>

/** Fields beside the file, in any order; an empty one counts as not sent. `title` is another word for `caption`. */
export const PhotoForm = z.strictObject({
  show_id: Id.optional(),
  caption: prose(2000).optional(),
  title: prose(2000).optional(),
  audience: ChosenAudience.optional(),
})

export const PhotoChange = z
  .strictObject({ caption: prose(2000).nullish(), audience: ChosenAudience.optional() })
  .meta({ id: 'PhotoChange', example: { caption: 'The last song' } })

const params = z.object({ id: Id })
const bytes = ['image/webp', 'image/jpeg', 'image/png', 'image/gif', 'image/heic', 'image/avif']

export const uploadPhoto = endpoint({
  id: 'uploadPhoto',
  method: 'POST',
  path: '/photos',
  tag,
  summary: 'Add a photo (png, jpg, gif, webp, heic, avif; up to 50 MB)',
  description:
    'Judged by content, never by name. The original is kept byte for byte; renditions follow within seconds (`state`). Adding a photo to a show one may see puts the show into one’s diary.',
  security: 'required',
  limit: 'upload',
  idempotent: true,
  form: PhotoForm,
  answers: { 201: Photo },
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
})

export const readPhoto = endpoint({
  id: 'readPhoto',
  method: 'GET',
  path: '/photos/{id}',
  tag,
  summary: 'A photo as JSON; as bytes when the client asks for an image',
  description:
    'Bytes when `Accept` prefers an image, `Sec-Fetch-Dest` is `image`, or `Range` is sent: the original for its owner, the 1600 px rendition for others.',
  security: 'optional',
  params,
  answers: { 200: Photo, 206: null, 304: null },
  problems: ['not_found', 'rendition_not_ready', 'range_not_satisfiable'],
})

const photoBytes = (id: string, rendition: string, summary: string) =>
  endpoint({
    id,
    method: 'GET',
    path: `/photos/{id}/${rendition}`,
    tag,
    summary,
    security: 'optional',
    params,
    answers: { 200: null, 206: null, 304: null },
    produces: bytes,
    problems: ['not_found', 'rendition_not_ready', 'range_not_satisfiable'],
  })

export const readPhotoThumbnail = photoBytes(
  'readPhotoThumbnail',
  'thumbnail',
  'A 320 px WebP without metadata; waits for it up to 10 s while it is being made',
)
export const readPhotoDisplay = photoBytes(
  'readPhotoDisplay',
  'display',
  'A 1600 px WebP without metadata; waits for it up to 10 s while it is being made',
)
export const readPhotoOriginal = photoBytes(
  'readPhotoOriginal',
  'original',
  'The file as it was sent, for its owner alone',
)

export const changePhoto = endpoint({
  id: 'changePhoto',
  method: 'PUT',
  path: '/photos/{id}',
  tag,
  summary: 'Change caption or audience; fields not sent stay as they are',
  security: 'required',
  params,
  body: PhotoChange,
  answers: { 200: Photo },
  problems: ['not_found', 'forbidden'],
})

export const deletePhoto = endpoint({
  id: 'deletePhoto',
  method: 'DELETE',
  path: '/photos/{id}',
  tag,
  summary: 'Delete my photo and its files',
  security: 'required',
  params,
  answers: { 204: null },
  problems: ['not_found', 'forbidden'],
})

export const retryPhoto = endpoint({
  id: 'retryPhoto',
  method: 'POST',
  path: '/photos/{id}/retry',
  tag,
  summary: 'Make the renditions of a failed photo again',
  security: 'required',
  params,
  body: z.strictObject({}),
  bodyOptional: true,
  answers: { 200: Photo },
  problems: ['not_found', 'forbidden', 'media_not_failed'],
})

export const listPhotosOfShow = endpoint({
  id: 'listPhotosOfShow',
  method: 'GET',
  path: '/photos/show/{show_id}',
  tag,
  summary: 'Photos of a show that the viewer may see, in the order they were taken',
  security: 'optional',
  params: z.object({ show_id: Id }),
  query: Paging,
  answers: { 200: pageOf(Photo) },
  problems: ['not_found'],
})

export const listPhotosOfUser = endpoint({
  id: 'listPhotosOfUser',
  method: 'GET',
  path: '/photos/user/{user_id}',
  tag,
  summary: 'Photos of a person that the viewer may see, newest first',
  security: 'optional',
  params: z.object({ user_id: Id }),
  query: Paging,
  answers: { 200: pageOf(Photo) },
  problems: ['not_found'],
})
