import { z } from 'zod'
import { Share } from './analysis.ts'
import { endpoint } from './endpoint.ts'
import { Id, Timestamp } from './fields.ts'
import { Paging, pageOf } from './paging.ts'

const tag = 'Mood'

export const Mood = z.enum(['happy', 'sad', 'angry', 'neutral']).meta({ id: 'Mood', example: 'happy' })
export type Mood = z.infer<typeof Mood>

/** How much a face looks like each of the four moods, which make 1 together, or are all 0 without a face. */
export const MoodScores = z
  .strictObject({ happy: Share, sad: Share, angry: Share, neutral: Share })
  .meta({ id: 'MoodScores', example: { happy: 0.84, sad: 0.04, angry: 0.02, neutral: 0.1 } })
export type MoodScores = z.infer<typeof MoodScores>

/** A place in the field of moods: valence from unpleasant to pleasant, energy from calm to excited. */
export const MoodPoint = z
  .strictObject({ valence: Share, energy: Share })
  .meta({ id: 'MoodPoint', example: { valence: 0.8, energy: 0.7 } })
export type MoodPoint = z.infer<typeof MoodPoint>

/** Bytes an image may have; in base64 a third more. */
export const IMAGE_BYTES = 5_242_880

/**
 * What a face says: the likest mood, and how sure that is; below 0.5 better treated as "not sure". Without a face `mood` is
 * null, and the confidence and all scores are 0.
 */
export const MoodReading = z
  .object({
    mood: Mood.nullable(),
    confidence: Share,
    landmarks_detected: z.boolean(),
    scores: MoodScores,
  })
  .meta({
    id: 'MoodReading',
    example: {
      mood: 'happy',
      confidence: 0.84,
      landmarks_detected: true,
      scores: MoodScores.meta()?.example,
    },
  })
export type MoodReading = z.infer<typeof MoodReading>

export const detectMood = endpoint({
  id: 'detectMood',
  method: 'POST',
  path: '/mood/detect',
  tag,
  summary: 'Read a mood from a picture of a face, which is forgotten',
  description:
    'For programs without a face reader of their own: our pages read the camera on the device and never send a picture. `image` is a JPEG, PNG or WebP of at most 5 MB in base64, bare or as a data URL. Of several faces the largest is read. The picture is neither stored nor logged, and no sample is made of it.',
  security: 'required',
  limit: 'detect',
  bodyLimit: 4 * Math.ceil(IMAGE_BYTES / 3) + 4096,
  body: z
    .strictObject({ image: z.string().min(1) })
    .meta({ id: 'MoodPicture', example: { image: 'UklGR…' } }),
  answers: { 200: MoodReading },
  problems: ['payload_too_large', 'unsupported_format', 'file_corrupt', 'too_many_pixels', 'unavailable'],
})

/** Where a mood comes from: a face read on the device, the field or a button that was touched, or a correction. */
export const MoodSource = z.enum(['camera', 'pad', 'button', 'corrected'])

/**
 * A mood of mine at a time. `mood` null is "not sure". Of one that was corrected `source` is `corrected` and
 * `corrected_from` what it was before. The place in the field is that which was touched, else that of the mood.
 */
export const MoodSample = z
  .object({
    id: Id,
    mood: Mood.nullable(),
    confidence: Share,
    source: MoodSource,
    scores: MoodScores.nullable(),
    ...MoodPoint.shape,
    corrected_from: Mood.nullable(),
    created_at: Timestamp,
  })
  .meta({
    id: 'MoodSample',
    example: {
      id: Id.meta()?.example,
      mood: 'happy',
      confidence: 0.84,
      source: 'camera',
      scores: MoodScores.meta()?.example,
      valence: 0.8,
      energy: 0.7,
      corrected_from: null,
      created_at: '2024-12-01T19:00:00.000Z',
    },
  })
export type MoodSample = z.infer<typeof MoodSample>

export const MoodSampleDraft = z
  .strictObject({
    mood: Mood.nullable().optional(),
    scores: MoodScores.optional(),
    confidence: Share.optional(),
    source: MoodSource.exclude(['corrected']),
    valence: Share.optional(),
    energy: Share.optional(),
  })
  .refine(({ source, scores }) => source !== 'camera' || scores !== undefined, {
    message: 'What the camera saw has scores',
    path: ['scores'],
  })
  .refine(
    ({ source, valence, energy }) => source !== 'pad' || (valence !== undefined && energy !== undefined),
    {
      message: 'A place in the field has a valence and an energy',
      path: ['valence'],
    },
  )
  .refine(({ source, mood }) => source !== 'button' || (mood ?? null) !== null, {
    message: 'A button says a mood',
    path: ['mood'],
  })
  .meta({
    id: 'MoodSampleDraft',
    example: { valence: 0.8, energy: 0.7, source: 'pad' },
  })
export type MoodSampleDraft = z.infer<typeof MoodSampleDraft>

export const addMoodSample = endpoint({
  id: 'addMoodSample',
  method: 'POST',
  path: '/mood/samples',
  tag,
  summary: 'Write down a mood that was read or chosen on the device',
  description:
    'Of the camera the scores of a window are sent, and the mood is judged here with what was corrected before; of the field the place, whose mood is the nearest; of a button the mood. `mood` and `confidence` of the camera and the field are what the page made of it, and are not needed.',
  security: 'required',
  limit: 'write',
  idempotent: true,
  body: MoodSampleDraft,
  answers: { 201: MoodSample },
  problems: ['idempotency_conflict'],
})

const params = z.object({ id: Id })

export const correctMoodSample = endpoint({
  id: 'correctMoodSample',
  method: 'POST',
  path: '/mood/samples/{id}/correct',
  tag,
  summary: 'Say what the mood really was; remembered for the readings to come',
  security: 'required',
  limit: 'write',
  params,
  body: z.strictObject({ mood: Mood }).meta({ id: 'MoodCorrection', example: { mood: 'neutral' } }),
  answers: { 200: MoodSample },
  problems: ['not_found'],
})

export const removeMoodSample = endpoint({
  id: 'removeMoodSample',
  method: 'DELETE',
  path: '/mood/samples/{id}',
  tag,
  summary: 'Forget a mood',
  security: 'required',
  params,
  answers: { 204: null },
  problems: ['not_found'],
})

export const listMoodHistory = endpoint({
  id: 'listMoodHistory',
  method: 'GET',
  path: '/mood/history',
  tag,
  summary: 'My moods of the last days, the newest first',
  security: 'required',
  query: Paging.extend({
    limit: z.coerce.number().int().min(1).max(100).default(10),
    days: z.coerce.number().int().min(1).max(3660).default(7),
    mood: Mood.optional(),
  }),
  answers: { 200: pageOf(MoodSample) },
  problems: [],
})

export const clearMoodHistory = endpoint({
  id: 'clearMoodHistory',
  method: 'DELETE',
  path: '/mood/history',
  tag,
  summary: 'Forget all my moods and what was learned from corrections; what was played stays',
  security: 'required',
  answers: { 204: null },
  problems: [],
})

/** How often each mood was; `unsure` counts those that were none. */
const MoodCounts = z.object({
  happy: z.int(),
  sad: z.int(),
  angry: z.int(),
  neutral: z.int(),
  unsure: z.int(),
})
export type MoodCounts = z.infer<typeof MoodCounts>

/** Hours, weekdays (0 is Monday) and days are those of my own time zone; days without a mood are left out. */
export const MoodSummary = z
  .object({
    total: z.int(),
    moods: MoodCounts,
    hours: z.array(MoodCounts).length(24),
    weekdays: z.array(MoodCounts).length(7),
    timeline: z.array(z.object({ date: z.string(), moods: MoodCounts, ...MoodPoint.shape })),
    corrected: z.int(),
  })
  .meta({
    id: 'MoodSummary',
    example: {
      total: 12,
      moods: { happy: 7, sad: 1, angry: 0, neutral: 3, unsure: 1 },
      hours: Array.from({ length: 24 }, () => ({ happy: 0, sad: 0, angry: 0, neutral: 0, unsure: 0 })),
      weekdays: Array.from({ length: 7 }, () => ({ happy: 0, sad: 0, angry: 0, neutral: 0, unsure: 0 })),
      timeline: [
        {
          date: '2024-12-01',
          moods: { happy: 7, sad: 1, angry: 0, neutral: 3, unsure: 1 },
          valence: 0.7,
          energy: 0.6,
        },
      ],
      corrected: 1,
    },
  })
export type MoodSummary = z.infer<typeof MoodSummary>

export const summariseMoods = endpoint({
  id: 'summariseMoods',
  method: 'GET',
  path: '/mood/summary',
  tag,
  summary: 'My moods by day, by hour and by weekday',
  security: 'required',
  query: z.object({ days: z.coerce.number().int().min(1).max(3660).default(30) }),
  answers: { 200: MoodSummary },
  problems: [],
})

const Bpm = z.number().min(20).max(400)
const rising = <T extends z.ZodType<number>>(number: T) =>
  z.tuple([number, number]).refine(([from, to]) => (from as number) <= (to as number), 'From lies above to')

/** What music fits a mood: from and to of valence, energy and tempo in beats a minute. */
const ranges = { valence: rising(Share), energy: rising(Share), tempo: rising(Bpm) }
export const MoodRule = z
  .object({
    mood: Mood,
    ...ranges,
    description: z.string(),
    /** Whose it is: one that everybody has, one the operator set for everybody, or my own. */
    source: z.enum(['default', 'operator', 'mine']),
  })
  .meta({
    id: 'MoodRule',
    example: {
      mood: 'happy',
      valence: [0.6, 1],
      energy: [0.5, 1],
      tempo: [95, 180],
      description: 'Bright and lively',
      source: 'default',
    },
  })
export type MoodRule = z.infer<typeof MoodRule>

export const listMoodRules = endpoint({
  id: 'listMoodRules',
  method: 'GET',
  path: '/mood/rules',
  tag,
  summary: 'What music fits which mood, for me',
  security: 'required',
  answers: { 200: z.object({ items: z.array(MoodRule) }) },
  problems: [],
})

const moodParams = z.object({ mood: Mood })

export const changeMoodRule = endpoint({
  id: 'changeMoodRule',
  method: 'PUT',
  path: '/mood/rules/{mood}',
  tag,
  summary: 'Say what music fits a mood; what is left out stays as it is',
  description: 'With `for: "everyone"` admins change what everybody has who did not say otherwise.',
  security: 'required',
  limit: 'write',
  params: moodParams,
  body: z
    .strictObject({
      ...z.object({ ...ranges, description: z.string().trim().min(1).max(200) }).partial().shape,
      for: z.enum(['me', 'everyone']).default('me'),
    })
    .meta({ id: 'MoodRuleChange', example: { valence: [0.5, 1] } }),
  answers: { 200: MoodRule },
  problems: ['forbidden'],
})

export const resetMoodRule = endpoint({
  id: 'resetMoodRule',
  method: 'DELETE',
  path: '/mood/rules/{mood}',
  tag,
  summary: 'Go back to what everybody has; 200 with that',
  security: 'required',
  limit: 'write',
  params: moodParams,
  query: z.object({ for: z.enum(['me', 'everyone']).default('me') }),
  answers: { 200: MoodRule },
  problems: ['forbidden'],
})
