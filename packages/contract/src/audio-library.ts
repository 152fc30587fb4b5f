import { z } from 'zod'
import { AnalysisStatus, Mode, Share, Tonic } from './analysis.ts'
import { Audio } from './audio.ts'
import { endpoint } from './endpoint.ts'
import { pageOf, SortedPaging } from './paging.ts'

const tag = 'Sound Lab'

/** A recording of mine in the library with the best of its analysis; these are null until it is done. */
export const LibraryItem = z
  .object({
    audio: Audio,
    analysis: AnalysisStatus,
    bpm: z.number().nullable(),
    tonic: Tonic.nullable(),
    mode: Mode.nullable(),
    time_signature: z.string().nullable(),
    loudness_lufs: z.number().nullable(),
    energy: Share.nullable(),
    danceability: Share.nullable(),
    valence: Share.nullable(),
    /** Labels of 0.5 or more: genres, moods, instruments and tags, the surest of each first. */
    labels: z.array(z.string()),
    description: z.string().nullable(),
  })
  .meta({
    id: 'LibraryItem',
    example: {
      audio: Audio.meta()?.example,
      analysis: AnalysisStatus.meta()?.example,
      bpm: 118,
      tonic: 'A',
      mode: 'minor',
      time_signature: '4/4',
      loudness_lufs: -11.2,
      energy: 0.74,
      danceability: 0.62,
      valence: 0.4,
      labels: ['Guitar', 'Rock'],
      description: 'Energetic rock in A minor at 118 beats a minute.',
    },
  })
export type LibraryItem = z.infer<typeof LibraryItem>

const Bpm = z.coerce.number().min(1).max(1000)

export const listLibrary = endpoint({
  id: 'listLibrary',
  method: 'GET',
  path: '/audio/library',
  tag,
  summary: 'My recordings with what was found in them',
  description:
    'Searched by title, file name, artist, album, show and labels; what is not analysed yet has no tempo, key or label and is left out where one is asked for. `match` narrows to keys that mix well with `tonic` and `mode`: the same, a fifth either way, and the relative.',
  security: 'required',
  query: SortedPaging.extend({
    q: z.string().trim().max(200).optional(),
    bpm_from: Bpm.optional(),
    bpm_to: Bpm.optional(),
    tonic: Tonic.optional(),
    mode: Mode.optional(),
    match: z.enum(['exact', 'mixable']).default('exact'),
    label: z.string().max(60).optional(),
    sort: z
      .enum(['newest', 'oldest', 'title', 'bpm', '-bpm', 'energy', '-energy', 'loudness', '-loudness'])
      .default('newest'),
  }),
  answers: { 200: pageOf(LibraryItem) },
  problems: [],
})

export const listLibraryLabels = endpoint({
  id: 'listLibraryLabels',
  method: 'GET',
  path: '/audio/library/labels',
  tag,
  summary: 'The labels of my recordings with how many bear them, the most frequent first; at most 200',
  security: 'required',
  answers: {
    200: z.object({ items: z.array(z.object({ label: z.string(), count: z.int() })) }),
  },
  problems: [],
})
