import { z } from 'zod'
import { Audio } from './audio.ts'
import { endpoint } from './endpoint.ts'
import { Id, Timestamp } from './fields.ts'
import { MediumForm } from './media.ts'

const tag = 'Sound Lab'
export const Share = z.number().min(0).max(1)
const Seconds = z.number().min(0)

export const Tonic = z.enum(['C', 'Db', 'D', 'Eb', 'E', 'F', 'F#', 'G', 'Ab', 'A', 'Bb', 'B'])
export type Tonic = z.infer<typeof Tonic>
export const Mode = z.enum(['major', 'minor'])
export const SegmentKind = z.enum(['music', 'speech', 'applause', 'silence'])

/** Beats a minute; null where nothing pulses. `alternatives` are other speeds at which one could tap. */
const Tempo = z.object({
  bpm: z.number().nullable(),
  confidence: Share,
  alternatives: z.array(z.object({ bpm: z.number(), confidence: Share })),
})
/** `tuning` is by how many cents A4 is off 440 Hz. */
const Key = z.object({
  tonic: Tonic.nullable(),
  mode: Mode.nullable(),
  confidence: Share,
  alternatives: z.array(z.object({ tonic: Tonic, mode: Mode, confidence: Share })),
  tuning: z.number().min(-50).max(50).nullable(),
})
/** A judgement, not a measurement; `evidence` is what it leans on: a reading and by how much it moved the value. */
export const Estimate = z.object({
  value: Share,
  confidence: Share,
  source: z.enum(['model', 'signal']),
  evidence: z.array(z.object({ label: z.string(), reading: z.number(), weight: z.number() })),
})
export type Estimate = z.infer<typeof Estimate>
/** Calibrated: of all that are said with 0.7, seven of ten are so. Where a list has none of 0.5 or more it is unknown. */
export const Tag = z.object({ label: z.string(), probability: Share })
export type Tag = z.infer<typeof Tag>
export const Segment = z.object({ kind: SegmentKind, start: Seconds, end: Seconds, confidence: Share })
export type Segment = z.infer<typeof Segment>

/**
 * What the engine found in a recording. Times in seconds, frequencies in Hz, loudness by ITU-R BS.1770-4 and EBU Tech
 * 3342. What is an estimate says so by its shape.
 */
export const Analysis = z
  .object({
    audio_id: Id,
    engine: z.string(),
    version: z.int(),
    model: z.string().nullable(),
    duration: Seconds,
    sample_rate: z.int(),
    channels: z.int(),
    tempo: Tempo,
    beats: z.array(z.number()),
    key: Key,
    time_signature: z.string().nullable(),
    time_signature_confidence: Share,
    loudness_lufs: z.number().nullable(),
    loudness_range: z.number().nullable(),
    true_peak: z.number().nullable(),
    spectral_centroid: z.number().nullable(),
    zero_crossing_rate: Share,
    onset_rate: z.number().min(0),
    energy: Estimate,
    danceability: Estimate,
    valence: Estimate,
    acousticness: Estimate,
    instrumentalness: Estimate,
    liveness: Estimate,
    speechiness: Estimate,
    genres: z.array(Tag),
    moods: z.array(Tag),
    instruments: z.array(Tag),
    tags: z.array(Tag),
    segments: z.array(Segment),
    songs: z.array(z.object({ start: Seconds, end: Seconds, confidence: Share })),
    energy_curve: z.object({ step: z.number(), values: z.array(Share) }),
    chroma: z.object({ step: z.number(), values: z.array(z.array(Share)) }),
    description: z.string(),
    analyzed_at: Timestamp,
  })
  .meta({
    id: 'Analysis',
    example: {
      audio_id: Id.meta()?.example,
      engine: 'sharemyshows-audio',
      version: 1,
      model: 'yamnet',
      duration: 202.4,
      sample_rate: 44100,
      channels: 2,
      tempo: { bpm: 118, confidence: 0.86, alternatives: [{ bpm: 59, confidence: 0.1 }] },
      beats: [0.41, 0.92, 1.43],
      key: {
        tonic: 'A',
        mode: 'minor',
        confidence: 0.81,
        alternatives: [{ tonic: 'C', mode: 'major', confidence: 0.12 }],
        tuning: -4,
      },
      time_signature: '4/4',
      time_signature_confidence: 0.9,
      loudness_lufs: -11.2,
      loudness_range: 6.1,
      true_peak: -0.4,
      spectral_centroid: 2140,
      zero_crossing_rate: 0.07,
      onset_rate: 3.4,
      energy: {
        value: 0.74,
        confidence: 0.7,
        source: 'model',
        evidence: [{ label: 'Exciting music', reading: 0.31, weight: 0.2 }],
      },
      danceability: { value: 0.62, confidence: 0.6, source: 'signal', evidence: [] },
      valence: { value: 0.4, confidence: 0.5, source: 'model', evidence: [] },
      acousticness: { value: 0.2, confidence: 0.6, source: 'model', evidence: [] },
      instrumentalness: { value: 0.1, confidence: 0.8, source: 'model', evidence: [] },
      liveness: { value: 0.9, confidence: 0.8, source: 'model', evidence: [] },
      speechiness: { value: 0.05, confidence: 0.8, source: 'model', evidence: [] },
      genres: [{ label: 'Rock', probability: 0.83 }],
      moods: [{ label: 'Energetic', probability: 0.71 }],
      instruments: [{ label: 'Guitar', probability: 0.9 }],
      tags: [{ label: 'Singing', probability: 0.88 }],
      segments: [
        { kind: 'music', start: 0, end: 190.5, confidence: 0.9 },
        { kind: 'applause', start: 190.5, end: 202.4, confidence: 0.95 },
      ],
      songs: [{ start: 0, end: 190.5, confidence: 0.8 }],
      energy_curve: { step: 0.5, values: [0.2, 0.6] },
      chroma: { step: 0.5, values: [[1, 0, 0.2, 0, 0.7, 0, 0, 0.6, 0, 0, 0, 0]] },
      description:
        'Energetic rock in A minor at 118 beats a minute, with guitar and singing, played to an audience.',
      analyzed_at: '2024-12-01T22:03:00.000Z',
    },
  })
export type Analysis = z.infer<typeof Analysis>

/** How far the analysis of a recording is; `progress` from 0 to 1 while it runs. `none` when nobody asked for one. */
export const AnalysisState = z.enum(['none', 'queued', 'running', 'done', 'failed', 'cancelled'])
export const AnalysisStatus = z
  .object({
    audio_id: Id,
    state: AnalysisState,
    progress: Share,
    /** Why it failed, in a sentence and a code. */
    failure: z.string().nullable(),
    failure_code: z.string().nullable(),
    /** A newer engine would find more; it is analysed again by itself. */
    outdated: z.boolean(),
    analyzed_at: Timestamp.nullable(),
  })
  .meta({
    id: 'AnalysisStatus',
    example: {
      audio_id: Id.meta()?.example,
      state: 'running',
      progress: 0.4,
      failure: null,
      failure_code: null,
      outdated: false,
      analyzed_at: null,
    },
  })
export type AnalysisStatus = z.infer<typeof AnalysisStatus>

export const uploadForAnalysis = endpoint({
  id: 'uploadForAnalysis',
  method: 'POST',
  path: '/audio/upload',
  tag,
  summary: 'Add a recording to be analysed; as `POST /audio`, where it is analysed too',
  security: 'required',
  limit: 'upload',
  idempotent: true,
  form: MediumForm,
  answers: { 201: Audio },
  problems: [
    'file_missing',
    'file_empty',
    'unsupported_format',
    'file_corrupt',
    'payload_too_large',
    'quota_exceeded',
    'unsupported_media_type',
    'not_found',
    'idempotency_conflict',
    'storage_full',
  ],
})

export const AnalysisRequest = z
  .strictObject({ audio_id: Id, again: z.boolean().default(false) })
  .meta({ id: 'AnalysisRequest', example: { audio_id: Id.meta()?.example } })

export const analyzeAudio = endpoint({
  id: 'analyzeAudio',
  method: 'POST',
  path: '/audio/analyze',
  tag,
  summary: 'Have a recording of mine analysed',
  description:
    'Asking twice is asking once. 200 when it is analysed by this engine already, unless `again`; 202 while it waits or runs. Progress comes on the personal channel as `analysis_status`.',
  security: 'required',
  limit: 'analysis',
  body: AnalysisRequest,
  answers: { 200: AnalysisStatus, 202: AnalysisStatus },
  problems: ['not_found', 'forbidden'],
})

const params = z.object({ id: Id })

export const readAnalysis = endpoint({
  id: 'readAnalysis',
  method: 'GET',
  path: '/audio/{id}/analysis',
  tag,
  summary: 'What was found in a recording that the viewer may hear',
  description:
    'While an analysis by a newer engine runs, the older one is answered. Where there is none yet: `analysis_not_ready`, with its state in `detail`.',
  security: 'optional',
  params,
  answers: { 200: Analysis, 304: null },
  problems: ['not_found', 'analysis_not_ready', 'analysis_failed'],
})

export const readAnalysisStatus = endpoint({
  id: 'readAnalysisStatus',
  method: 'GET',
  path: '/audio/{id}/analysis/status',
  tag,
  summary: 'How far the analysis is',
  security: 'optional',
  params,
  answers: { 200: AnalysisStatus },
  problems: ['not_found'],
})

export const cancelAnalysis = endpoint({
  id: 'cancelAnalysis',
  method: 'POST',
  path: '/audio/{id}/analysis/cancel',
  tag,
  summary: 'Stop an analysis that waits or runs; what an earlier one found stays',
  security: 'required',
  params,
  body: z.strictObject({}),
  bodyOptional: true,
  answers: { 200: AnalysisStatus },
  problems: ['not_found', 'forbidden'],
})

/** By facet, 0 to 1; null where one of both has none: tempo apart from octaves, key along the circle of fifths, shared tags. */
export const Facets = z.object({
  sound: Share.nullable(),
  tempo: Share.nullable(),
  key: Share.nullable(),
  tags: Share.nullable(),
})
export const SimilarAudio = z
  .object({ audio_id: Id, title: z.string().nullable(), similarity: Share, facets: Facets, audio: Audio })
  .meta({
    id: 'SimilarAudio',
    example: {
      audio_id: Id.meta()?.example,
      title: 'The last song',
      similarity: 0.87,
      facets: { sound: 0.9, tempo: 0.8, key: 1, tags: 0.75 },
      audio: Audio.meta()?.example,
    },
  })
export type SimilarAudio = z.infer<typeof SimilarAudio>

export const listSimilar = endpoint({
  id: 'listSimilar',
  method: 'GET',
  path: '/audio/{id}/similar',
  tag,
  summary: 'Recordings of mine, and of the same show, that sound like it; the likest first',
  security: 'optional',
  params,
  query: z.object({ limit: z.coerce.number().int().min(1).max(50).default(10) }),
  answers: { 200: z.object({ items: z.array(SimilarAudio) }) },
  problems: ['not_found', 'analysis_not_ready', 'analysis_failed'],
})
