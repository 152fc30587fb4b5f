import { z } from 'zod'
import { mediaEndpoints, mediumBytes, mediumExample, mediumFields, pictureFields } from './media.ts'

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
