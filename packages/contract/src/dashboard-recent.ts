import { z } from 'zod'
import { DiaryShow, itemsOf, Limit, tag } from './dashboard.ts'
import { endpoint } from './endpoint.ts'
import { Id, Timestamp } from './fields.ts'

/** The show that a medium or a comment belongs to; null in these once it is not mine to see any more. */
const OfShow = DiaryShow.pick({
  id: true,
  artist_name: true,
  venue_name: true,
  show_date: true,
  time_zone: true,
})

/** One of my photos, audio or video recordings with its show. `urls` names what can be fetched of it today;
 * `duration` is in seconds, of what plays. */
export const RecentMedium = z
  .object({
    id: Id,
    kind: z.enum(['photo', 'audio', 'video']),
    show_id: Id.nullable(),
    show: OfShow.nullable(),
    caption: z.string().nullable(),
    mime_type: z.string(),
    file_size: z.int(),
    width: z.int().nullable(),
    height: z.int().nullable(),
    duration: z.number().nullable(),
    captured_at: Timestamp.nullable(),
    placeholder: z.string().nullable(),
    color: z.string().nullable(),
    state: z.enum(['processing', 'ready']),
    urls: z.object({
      original: z.string().optional(),
      thumbnail: z.string().optional(),
      preview: z.string().optional(),
      display: z.string().optional(),
      stream: z.string().optional(),
      waveform: z.string().optional(),
      hls: z.string().optional(),
    }),
    created_at: Timestamp,
    updated_at: Timestamp,
  })
  .meta({
    id: 'RecentMedium',
    example: {
      id: Id.meta()?.example,
      kind: 'photo',
      show_id: Id.meta()?.example,
      show: {
        id: Id.meta()?.example,
        artist_name: 'Spinvis',
        venue_name: 'TivoliVredenburg',
        show_date: '2024-12-01',
        time_zone: 'Europe/Amsterdam',
      },
      caption: 'The last song',
      mime_type: 'image/jpeg',
      file_size: 3812456,
      width: 4032,
      height: 3024,
      duration: null,
      captured_at: '2024-12-01T21:12:45.000Z',
      placeholder: null,
      color: '#3a2b52',
      state: 'ready',
      urls: {
        original: '/api/v1/photos/019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10/original',
        thumbnail: '/api/v1/photos/019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10/thumbnail',
        preview: '/api/v1/photos/019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10/preview',
        display: '/api/v1/photos/019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10/display',
      },
      created_at: '2024-12-01T22:00:00.000Z',
      updated_at: '2024-12-01T22:00:00.000Z',
    },
  })
export type RecentMedium = z.infer<typeof RecentMedium>

/** A comment of mine with its show; deleted ones are left out. */
export const RecentComment = z
  .object({
    id: Id,
    show_id: Id,
    show: OfShow.nullable(),
    content: z.string(),
    edited: z.boolean(),
    created_at: Timestamp,
    updated_at: Timestamp,
  })
  .meta({
    id: 'RecentComment',
    example: {
      id: Id.meta()?.example,
      show_id: Id.meta()?.example,
      show: null,
      content: 'That last song.',
      edited: false,
      created_at: '2024-12-02T09:12:00.000Z',
      updated_at: '2024-12-02T09:12:00.000Z',
    },
  })
export type RecentComment = z.infer<typeof RecentComment>

export const listRecentPhotos = endpoint({
  id: 'listDashboardPhotos',
  method: 'GET',
  path: '/dashboard/photos/recent',
  tag,
  summary: 'My photos, the last added first',
  description: 'Those that failed are left out.',
  security: 'required',
  query: Limit(100, 20),
  answers: itemsOf(RecentMedium),
  problems: [],
})

export const listRecentAudio = endpoint({
  ...listRecentPhotos,
  id: 'listDashboardAudio',
  path: '/dashboard/audio/recent',
  summary: 'My audio recordings, the last added first',
})

export const listRecentVideos = endpoint({
  ...listRecentPhotos,
  id: 'listDashboardVideos',
  path: '/dashboard/videos/recent',
  summary: 'My videos, the last added first',
})

export const listRecentComments = endpoint({
  id: 'listDashboardComments',
  method: 'GET',
  path: '/dashboard/comments/recent',
  tag,
  summary: 'My comments, the last written first',
  security: 'required',
  query: Limit(100, 20),
  answers: itemsOf(RecentComment),
  problems: [],
})
