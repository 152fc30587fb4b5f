import type { Listen } from '@sharemyshows/contract/listens'
import type { Mood, MoodSample, MoodSampleDraft } from '@sharemyshows/contract/moods'
import type { Recommendation } from '@sharemyshows/contract/music'
import { api, unwrap } from '@/lib/api'
import { newIdempotencyKey } from '@/lib/idempotency'

/** What songs are asked for: a mood, or a place in the field. */
export type Ask = { mood: Mood } | { valence: number; energy: number }
export type Answer = { chosen_from: number; items: Recommendation[] }

const MOST_EXCLUDED = 100

/** Writes a mood down; of the camera the scores, never a picture. */
export const writeSample = (body: MoodSampleDraft): Promise<MoodSample> =>
  unwrap(
    api.POST('/api/v1/mood/samples', {
      params: { header: { 'Idempotency-Key': newIdempotencyKey() } },
      body,
    }),
  )

export const correctSample = (id: string, mood: Mood): Promise<MoodSample> =>
  unwrap(api.POST('/api/v1/mood/samples/{id}/correct', { params: { path: { id } }, body: { mood } }))

/** The next songs, without those named. */
export function recommend(ask: Ask, without: readonly string[], signal: AbortSignal): Promise<Answer> {
  const exclude = without.slice(-MOST_EXCLUDED).join(',') || undefined
  return unwrap(api.GET('/api/v1/music/recommendations', { params: { query: { ...ask, exclude } }, signal }))
}

/** Says that a track begins; one of Spotify's begins there. */
export const play = (trackId: string, mood: Mood | null): Promise<{ message: string; listen: Listen }> =>
  unwrap(api.POST('/api/v1/music/play', { body: { track_id: trackId, mood } }))

/** Says how far a track was heard; it arrives even where the page is closed with it. */
export const tellListen = (id: string, seconds: number, outcome: Listen['outcome']): Promise<Listen> =>
  unwrap(
    api.PATCH('/api/v1/music/listens/{id}', {
      params: { path: { id } },
      body: { seconds: Math.round(seconds * 10) / 10, outcome },
      keepalive: true,
    }),
  )
