import { expect, it } from 'vitest'
import { type Analysis, ENGINE, type Estimate, type Key, type Segment, type Tag } from '../analysis.ts'
import { describe } from './description.ts'

const estimate = (value: number, confidence = 0.8): Estimate => ({
  value,
  confidence,
  source: 'model',
  evidence: [],
})
const tags = (...labels: [string, number][]): Tag[] =>
  labels.map(([label, probability]) => ({ label, probability }))
const tempo = (bpm: number | null, confidence = 0.8) => ({ bpm, confidence, alternatives: [] })
const stretch = (kind: Segment['kind'], start = 0, end = 180, confidence = 0.9): Segment => ({
  kind,
  start,
  end,
  confidence,
})

/** Three minutes of music of which nothing else is known. */
const music: Omit<Analysis, 'description'> = {
  engine: ENGINE.name,
  version: ENGINE.version,
  model: 'yamnet',
  duration: 180,
  sample_rate: 44_100,
  channels: 2,
  tempo: tempo(null, 0),
  beats: [],
  key: { tonic: null, mode: null, confidence: 0, alternatives: [], tuning: null },
  time_signature: null,
  time_signature_confidence: 0,
  loudness_lufs: -14,
  loudness_range: 6,
  true_peak: -1,
  spectral_centroid: 1400,
  zero_crossing_rate: 0.06,
  onset_rate: 3,
  energy: estimate(0.5),
  danceability: estimate(0.5),
  valence: estimate(0.5),
  acousticness: estimate(0.5),
  instrumentalness: estimate(0.5),
  liveness: estimate(0.1),
  speechiness: estimate(0),
  genres: tags(['Rock', 0.3]),
  moods: [],
  instruments: [],
  tags: [],
  segments: [stretch('music')],
  songs: [{ start: 0, end: 180, confidence: 0.9 }],
  energy_curve: { step: 0.5, values: [] },
  chroma: { step: 0.5, values: [] },
  embedding: null,
}
const key: Key = { tonic: 'A', mode: 'minor', confidence: 0.8, alternatives: [], tuning: 0 }

const cases: [string, Partial<Analysis>][] = [
  ['Music. Genre unclear.', {}],
  [
    'Lively rock at 140 beats a minute.',
    { genres: tags(['Rock', 0.8]), tempo: tempo(140), time_signature: '4/4' },
  ],
  ['Rock.', { genres: tags(['Jazz', 0.55], ['Rock', 0.8]) }],
  ['Electronic music.', { genres: tags(['Electronic', 0.7]) }],
  ['Latin music.', { genres: tags(['Latin', 0.7]) }],
  ['Music in A minor. Genre unclear.', { key }],
  ['Music. Genre unclear.', { key: { ...key, confidence: 0.49 } }],
  ['Music at 118 beats a minute. Genre unclear.', { tempo: tempo(117.6), time_signature: '4/4' }],
  [
    'Music. Genre unclear.',
    { tempo: tempo(117.6, 0.4), time_signature: '3/4', time_signature_confidence: 0.9 },
  ],
  [
    'Happy jazz in A minor at 159 beats a minute in 3/4.',
    {
      genres: tags(['Jazz', 0.8]),
      moods: tags(['Happy', 0.6]),
      key,
      tempo: tempo(159),
      time_signature: '3/4',
      time_signature_confidence: 0.7,
    },
  ],
  [
    'Sad instrumental music at 60 beats a minute. Genre unclear.',
    { moods: tags(['Sad', 0.6]), tempo: tempo(60), time_signature: '4/4', instrumentalness: estimate(0.9) },
  ],
  [
    'Rock, with electric guitar, drums and singing.',
    {
      genres: tags(['Rock', 0.9]),
      instruments: tags(['Guitar', 0.9], ['Electric guitar', 0.8], ['Drums', 0.7], ['Piano', 0.4]),
      tags: tags(['Singing', 0.7]),
    },
  ],
  ['Music, with guitar. Genre unclear.', { instruments: tags(['Guitar', 0.9], ['Electric guitar', 0.4]) }],
  [
    'Rock, played to an audience, with speech in between. 2 songs.',
    {
      genres: tags(['Rock', 0.9]),
      liveness: estimate(0.9),
      segments: [
        stretch('music', 0, 70),
        stretch('applause', 70, 76),
        stretch('speech', 76, 110),
        stretch('music', 110),
      ],
      songs: [
        { start: 0, end: 70, confidence: 0.9 },
        { start: 110, end: 180, confidence: 0.9 },
      ],
    },
  ],
  ['Rock.', { genres: tags(['Rock', 0.9]), liveness: estimate(0.9, 0.3) }],
  ['Speech, without music.', { segments: [stretch('speech')] }],
  [
    'Speech before an audience.',
    { segments: [stretch('speech', 0, 170), stretch('applause', 170)], liveness: estimate(0.9) },
  ],
  ['An audience, without music.', { segments: [stretch('applause')] }],
  ['Sounds whose kind is unclear.', { segments: [stretch('speech', 0, 180, 0.4)], tempo: tempo(90) }],
  ['Hardly anything to be heard.', { segments: [stretch('silence')] }],
  ['Nothing to be heard.', { loudness_lufs: null, segments: [stretch('silence')], duration: 0 }],
  ['Nothing to be heard.', { loudness_lufs: null, segments: [], duration: 0 }],
]

it.each(cases)('%s', (sentence, given) => {
  expect(describe({ ...music, ...given })).toBe(sentence)
})
