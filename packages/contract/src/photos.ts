import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Id } from './fields.ts'
import {
  MediumForm,
  mediaEndpoints,
  mediumBytes,
  mediumExample,
  mediumFields,
  pictureFields,
} from './media.ts'

const tag = 'Photos'

/** A photo. Its urls answer once the rendition is there; while it is being made they wait for it, up to 10 s. */
export const Photo = z
  .object({
    kind: z.literal('photo'),
    ...mediumFields,
    ...pictureFields,
    urls: z.object({
      original: z.string().optional(),
      thumbnail: z.string().optional(),
      preview: z.string().optional(),
      display: z.string().optional(),
    }),
  })
  .meta({
    id: 'Photo',
    example: {
      ...mediumExample,
      kind: 'photo',
      mime_type: 'image/jpeg',
      file_name: 'IMG_2041.jpg',
      width: 4032,
      height: 3024,
      captured_at_source: 'exif',
      placeholder: null,
      color: '#3a2b52',
      urls: {
        thumbnail: '/api/v1/photos/019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10/thumbnail',
        preview: '/api/v1/photos/019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10/preview',
        display: '/api/v1/photos/019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10/display',
      },
    },
  })
export type Photo = z.infer<typeof Photo>

/** What all kinds have. */
export const photoEndpoints = mediaEndpoints('Photo', 'Photos', {
  noun: 'photos',
  a: 'a photo',
  tag,
  formats: 'png, jpg, gif, webp, heic, avif',
  most: '50 MB',
  best: 'the 1600 px rendition',
  shape: Photo,
})
export const {
  upload: uploadPhoto,
  read: readPhoto,
  readOriginal: readPhotoOriginal,
  change: changePhoto,
  delete: deletePhoto,
  restore: restorePhoto,
  retry: retryPhoto,
  list: listPhotos,
  listOfShow: listPhotosOfShow,
  listOfUser: listPhotosOfUser,
} = photoEndpoints

const ofEvent = { path: '/events/{id}/photos', params: z.object({ id: Id }) } as const

/** An event's photos are its show's; other shows have none here. */
export const listPhotosOfEvent = endpoint({
  ...listPhotosOfShow,
  ...ofEvent,
  id: 'listPhotosOfEvent',
  summary: 'Those of an event, as `photos/show/{show_id}` lists them',
})

/** What goes with a photo of an event, whose id the path has. */
export const EventPhotoForm = MediumForm.omit({ show_id: true })

export const uploadPhotoOfEvent = endpoint({
  ...uploadPhoto,
  ...ofEvent,
  id: 'uploadPhotoOfEvent',
  summary: 'Add a photo to an event, as `photos` takes one of its show',
  form: EventPhotoForm,
})

const rendition = (name: 'thumbnail' | 'preview' | 'display', pixels: number) =>
  mediumBytes(
    `readPhoto${name.replace(/^./, (first) => first.toUpperCase())}`,
    `/photos/{id}/${name}`,
    tag,
    ['image/webp'],
    `A ${pixels} px WebP without metadata; waits for it up to 10 s while it is being made`,
  )

export const readPhotoThumbnail = rendition('thumbnail', 320)
export const readPhotoPreview = rendition('preview', 800)
export const readPhotoDisplay = rendition('display', 1600)
