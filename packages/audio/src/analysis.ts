/** The engine's name and version: a rise of the version has everything analysed anew. */
export const ENGINE = { name: 'sharemyshows-audio', version: 1 } as const

/** Pitch classes as they are written, from C up; flats where the key of that tonic has them (GLOSSARY: tonic). */
export const TONICS = ['C', 'Db', 'D', 'Eb', 'E', 'F', 'F#', 'G', 'Ab', 'A', 'Bb', 'B'] as const
export type Tonic = (typeof TONICS)[number]
export type Mode = 'major' | 'minor'

/** Beats a minute. `bpm` is null where nothing pulses; in 6/8 the beat is the dotted quarter. */
export type Tempo = {
  bpm: number | null
  /** 0 to 1: how likely it is within 4 % of what people tap, octave included. */
  confidence: number
  /** Other speeds at which one could tap, the likeliest first; without `bpm` itself. */
  alternatives: { bpm: number; confidence: number }[]
}

/** `tonic` and `mode` are null where nothing is pitched. */
export type Key = {
  tonic: Tonic | null
  mode: Mode | null
  /** 0 to 1: how likely both are right. */
  confidence: number
  alternatives: { tonic: Tonic; mode: Mode; confidence: number }[]
  /** Cents by which A4 is off 440 Hz, -50 to 50; null where nothing is pitched. */
  tuning: number | null
}

/** What an estimate leans on: `weight` is its share of the value, signed (positive raises it), `reading` what was read. */
export type Evidence = { label: string; reading: number; weight: number }

/** A judgement people differ about, 0 to 1, said with what it leans on. */
export type Estimate = {
  value: number
  /** 0 to 1. */
  confidence: number
  /** `model` where the tagging model has a say, `signal` where only the engine's own descriptors have. */
  source: 'model' | 'signal'
  evidence: Evidence[]
}

/** What goes on in a stretch of the recording, in seconds; stretches follow each other without gap or overlap. */
export type Segment = {
  kind: 'music' | 'speech' | 'applause' | 'silence'
  start: number
  end: number
  confidence: number
}

/** A song of a live recording: music between applause, speech or silence, in seconds. */
export type Song = { start: number; end: number; confidence: number }

/** A row of values a fixed time apart; the value `i` covers the time from `i * step` to `(i + 1) * step`. */
export type Curve<Value = number> = { step: number; values: Value[] }

/** `probability` is calibrated: of all that are said with 0.7, seven of ten are so. Below 0.5 nothing is claimed. */
export type Tag = { label: string; probability: number }

export type Tags = {
  genres: Tag[]
  moods: Tag[]
  instruments: Tag[]
  tags: Tag[]
}

/**
 * All that the engine says of a recording, in the names of the API, so that nothing has to be renamed on the way. Times in
 * seconds, frequencies in Hz.
 */
export type Analysis = Tags & {
  engine: string
  version: number
  /** The tagging model that had a say, or null: then tags and estimates come from the signal alone. */
  model: string | null
  duration: number
  /** Of the samples that were handed in. */
  sample_rate: number
  channels: number
  tempo: Tempo
  /** When the beats are. */
  beats: number[]
  key: Key
  /** "4/4", "3/4", "6/8"…; null where nothing pulses. */
  time_signature: string | null
  /** 0 to 1. */
  time_signature_confidence: number
  /** Integrated loudness in LUFS (ITU-R BS.1770-4); null where all is below the absolute gate of -70 LUFS. */
  loudness_lufs: number | null
  /** Loudness range in LU (EBU Tech 3342): between the 10th and the 95th percentile of gated short-term loudness. */
  loudness_range: number | null
  /** dBTP, of the sound at least four times oversampled (BS.1770-4, annex 2); null for digital silence. */
  true_peak: number | null
  /** Mean centre of gravity of the magnitude spectrum, of what is not silent; null for silence. */
  spectral_centroid: number | null
  /** Mean share of samples at which the sign changes, 0 to 1. */
  zero_crossing_rate: number
  /** Onsets a second. */
  onset_rate: number
  energy: Estimate
  danceability: Estimate
  valence: Estimate
  acousticness: Estimate
  instrumentalness: Estimate
  liveness: Estimate
  speechiness: Estimate
  segments: Segment[]
  songs: Song[]
  /** Perceived energy along the recording, 0 to 1; at most 1,000 values. */
  energy_curve: Curve
  /** Strength of the twelve pitch classes from C along the recording, 0 to 1; at most 400 columns. */
  chroma: Curve<number[]>
  /** For comparing recordings by cosine: square roots of the means of what the model makes of each second; null without it. */
  embedding: number[] | null
  /** A sentence or two made of all this. */
  description: string
}
