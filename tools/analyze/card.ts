import type { Analysis, Estimate, Tag } from '@sharemyshows/audio/analysis'

/** Labels a line has at most. */
const MOST_LABELS = 6

const ESTIMATES = [
  'energy',
  'danceability',
  'valence',
  'acousticness',
  'instrumentalness',
  'liveness',
  'speechiness',
] as const

/** What is to be said of a file, for people. */
export function card(file: string, analysis: Analysis): string {
  const { tempo, key, time_signature, songs, segments } = analysis
  const lines: [string, string][] = [
    [
      'Length',
      `${clock(analysis.duration)}, ${analysis.sample_rate / 1000} kHz, ${count(analysis.channels, 'channel')}`,
    ],
    [
      'Tempo',
      tempo.bpm === null ? 'none' : `${one(tempo.bpm)} BPM (${percent(tempo.confidence)}${others(tempo)})`,
    ],
    [
      'Key',
      key.tonic === null ? 'none' : `${key.tonic} ${key.mode} (${percent(key.confidence)}${tuned(key)})`,
    ],
    ['Time', time_signature ? `${time_signature} (${percent(analysis.time_signature_confidence)})` : 'none'],
    ['Loudness', loudness(analysis)],
    ['Sound', sound(analysis)],
    ['Estimates', ESTIMATES.map((name) => estimate(name, analysis[name])).join(', ')],
    ['Genres', labels(analysis.genres)],
    ['Moods', labels(analysis.moods)],
    ['Instruments', labels(analysis.instruments)],
    ['Tags', labels(analysis.tags)],
  ]
  if (segments.some(({ kind }) => kind !== 'music')) {
    lines.push(['Parts', segments.map(({ kind, start }) => `${clock(start)} ${kind}`).join(', ')])
  }
  if (songs.length > 1) {
    lines.push(['Songs', songs.map(({ start, end }) => `${clock(start)} to ${clock(end)}`).join(', ')])
  }
  const rows = lines.map(([name, value]) => `  ${name.padEnd(12)} ${value}`)
  return [file, `  ${analysis.description}`, ...rows].join('\n')
}

const one = (value: number) => String(Math.round(value * 10) / 10)
const percent = (share: number) => `${Math.round(share * 100)} %`
const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`

function clock(seconds: number): string {
  const whole = Math.round(seconds)
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60]
  const rest = `${String(minutes).padStart(hours > 0 ? 2 : 1, '0')}:${String(whole % 60).padStart(2, '0')}`
  return hours > 0 ? `${hours}:${rest}` : rest
}

const others = ({ alternatives }: Analysis['tempo']) =>
  alternatives.length === 0
    ? ''
    : `; or ${alternatives
        .slice(0, 3)
        .map(({ bpm }) => one(bpm))
        .join(', ')}`

function tuned({ tuning }: Analysis['key']): string {
  const cents = Math.round(tuning ?? 0)
  return cents === 0 ? '' : `; tuned ${Math.abs(cents)} cents ${cents < 0 ? 'low' : 'high'}`
}

function loudness({ loudness_lufs, loudness_range, true_peak }: Analysis): string {
  if (loudness_lufs === null) return 'silent'
  const more = [
    loudness_range !== null && `range ${one(loudness_range)} LU`,
    true_peak !== null && `true peak ${one(true_peak)} dBTP`,
  ]
  return [`${one(loudness_lufs)} LUFS`, ...more.filter(Boolean)].join(', ')
}

function sound({ spectral_centroid, zero_crossing_rate, onset_rate }: Analysis): string {
  const centroid = spectral_centroid === null ? [] : [`centroid ${Math.round(spectral_centroid)} Hz`]
  return [
    ...centroid,
    `zero crossings ${one(zero_crossing_rate * 100)} %`,
    `${one(onset_rate)} onsets a second`,
  ].join(', ')
}

/** What is hardly more than a guess says so. */
const estimate = (name: string, { value, confidence }: Estimate) =>
  `${name} ${percent(value)}${confidence < 0.3 ? '?' : ''}`

function labels(tags: readonly Tag[]): string {
  const claimed = tags.filter(({ probability }) => probability >= 0.5)
  if (claimed.length === 0) return 'unknown'
  return claimed
    .toSorted((a, b) => b.probability - a.probability)
    .slice(0, MOST_LABELS)
    .map(({ label, probability }) => `${label} ${percent(probability)}`)
    .join(', ')
}
