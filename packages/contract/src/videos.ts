import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Id } from './fields.ts'
import {
  mediaEndpoints,
  mediumBytes,
  mediumExample,
  mediumFields,
  pictureFields,
  playableFields,
} from './media.ts'

const tag = 'Videos'

/**
 * A video. `thumbnail` (320 px) and `display` (1600 px) are stills, `preview` a few silent seconds 320 px wide, `hls` a
 * ladder of sizes for playing, `stream` one MP4 for everything else; each is there as soon as it has been made.
 */
export const Video = z
  .object({
    kind: z.literal('video'),
    ...mediumFields,
    ...pictureFields,
    ...playableFields,
    urls: z.object({
      original: z.string().optional(),
      thumbnail: z.string().optional(),
      display: z.string().optional(),
      preview: z.string().optional(),
      stream: z.string().optional(),
      hls: z.string().optional(),
    }),
  })
  .meta({
    id: 'Video',
    example: {
      ...mediumExample,
      kind: 'video',
      title: 'The last song',
      mime_type: 'video/quicktime',
      file_name: 'IMG_2042.MOV',
      width: 1080,
      height: 1920,
      duration: 182.4,
      bitrate: 17120044,
      captured_at_source: 'container',
      placeholder: null,
      color: '#3a2b52',
      urls: {
        thumbnail: '/api/v1/videos/019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10/thumbnail',
        display: '/api/v1/videos/019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10/display',
        preview: '/api/v1/videos/019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10/preview',
        stream: '/api/v1/videos/019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10/stream',
        hls: '/api/v1/videos/019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10/hls/master.m3u8',
      },
    },
  })
export type Video = z.infer<typeof Video>

/** What all kinds have. */
export const videoEndpoints = mediaEndpoints('Video', 'Videos', {
  noun: 'videos',
  a: 'a video',
  tag,
  formats: 'mp4, mov, avi, mkv, webm',
  most: '50 MB',
  best: 'the MP4 rendition',
  shape: Video,
})
export const {
  upload: uploadVideo,
  read: readVideo,
  readOriginal: readVideoOriginal,
  change: changeVideo,
  delete: deleteVideo,
  restore: restoreVideo,
  retry: retryVideo,
  list: listVideos,
  listOfShow: listVideosOfShow,
  listOfUser: listVideosOfUser,
} = videoEndpoints

const STILL = 'WebP without metadata; waits for it up to 10 s while it is being made'
const mp4 = ['video/mp4']

export const readVideoThumbnail = mediumBytes(
  'readVideoThumbnail',
  '/videos/{id}/thumbnail',
  tag,
  ['image/webp'],
  `A still, 320 px ${STILL}`,
)
export const readVideoDisplay = mediumBytes(
  'readVideoDisplay',
  '/videos/{id}/display',
  tag,
  ['image/webp'],
  `A still, 1600 px ${STILL}`,
)
export const readVideoPreview = mediumBytes(
  'readVideoPreview',
  '/videos/{id}/preview',
  tag,
  mp4,
  'A few silent seconds, 320 px wide',
)
export const readVideoStream = mediumBytes(
  'readVideoStream',
  '/videos/{id}/stream',
  tag,
  mp4,
  'The largest rendition as one MP4, for playing from anywhere in it and for download',
)
export const streamVideo = mediumBytes(
  'streamVideo',
  '/videos/stream/{id}',
  tag,
  mp4,
  'The same as `/videos/{id}/stream`',
)

/** `master.m3u8`, or of one rung (`360p`, `720p`, `1080p`) its playlist `360p.m3u8` and its bytes `360p.mp4`. */
export const HlsFile = z.string().regex(/^(?:master\.m3u8|\d{3,4}p\.(?:m3u8|mp4))$/)

export const readHls = endpoint({
  id: 'readHls',
  method: 'GET',
  path: '/videos/{id}/hls/{file}',
  tag,
  summary: 'HTTP Live Streaming (RFC 8216): the master playlist, and of each rung its playlist and its bytes',
  description: 'Rungs are fragmented MP4 of one file each, which playlists address by byte ranges.',
  security: 'optional',
  params: z.object({ id: Id, file: z.string().max(40) }),
  answers: { 200: null, 206: null, 304: null },
  produces: ['application/vnd.apple.mpegurl', 'video/mp4'],
  problems: ['not_found', 'rendition_not_ready', 'range_not_satisfiable'],
})
