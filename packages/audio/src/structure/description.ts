import type { Analysis, Segment, Tag } from '../analysis.ts'

type Described = Omit<Analysis, 'description'>

/** What is said with less than this is not claimed. */
const SURE = 0.5

/**
 * One or two sentences made of the result and of nothing else: what is below 0.5 is not claimed, and what one would expect
 * and is not known is said to be unclear.
 */
export function describe(analysis: Described): string {
  if (analysis.loudness_lufs === null) return 'Nothing to be heard.'
  const share = sharesOf(analysis)
  if (share.silence > 0.95) return 'Hardly anything to be heard.'
  if (share.music === 0 && share.speech > 0.5) return `A recording of speech${withAudience(analysis)}.`
  if (share.music === 0 && share.applause > 0.5) return 'An audience, without music.'
  if (share.music === 0) return 'Sounds of no kind that could be told.'
  const genre = best(analysis.genres)
  const sentence = [
    music(analysis, genre),
    withInstruments(analysis),
    withAudience(analysis),
    share.speech > 0.15 ? ', with speech between' : '',
  ].join('')
  return [`${capital(sentence)}.`, songs(analysis), genre === null ? 'Genre unclear.' : '']
    .filter((part) => part !== '')
    .join(' ')
}

/** Shares of the recording that are surely of a kind. */
function sharesOf({ segments, duration }: Described): Record<Segment['kind'], number> {
  const shares = { music: 0, speech: 0, applause: 0, silence: 0 }
  for (const { kind, start, end, confidence } of segments)
    if (confidence >= SURE) shares[kind] += (end - start) / duration
  return shares
}

/** "Lively, happy jazz in Bb major at 159 beats a minute in 3/4". */
function music({ moods, tempo, key, time_signature, ...analysis }: Described, genre: string | null): string {
  const { bpm } = tempo
  const mood = best(moods)
  const words = [bpm !== null && tempo.confidence >= SURE ? pace(bpm) : null, mood].filter(
    (word) => word !== null && !(word === 'calm' && mood === 'Calm'),
  )
  const instrumental = analysis.instrumentalness
  const kind = [
    words.join(', ').toLowerCase(),
    instrumental.value >= 0.75 && instrumental.confidence >= SURE ? 'instrumental' : '',
    genre === null ? 'music' : inSentence(genre),
  ].filter((part) => part !== '')
  const { tonic, mode } = key
  const pitched = tonic !== null && mode !== null && key.confidence >= SURE ? ` in ${tonic} ${mode}` : ''
  const paced = bpm !== null && tempo.confidence >= SURE ? ` at ${Math.round(bpm)} beats a minute` : ''
  const odd = time_signature !== null && time_signature !== '4/4'
  const bar = paced && odd && analysis.time_signature_confidence >= SURE ? ` in ${time_signature}` : ''
  return `${kind.join(' ')}${pitched}${paced}${bar}`
}

function pace(bpm: number): string | null {
  if (bpm < 70) return 'Slow'
  if (bpm < 100) return 'Unhurried'
  if (bpm < 130) return null
  return bpm < 160 ? 'Lively' : 'Fast'
}

function withInstruments({ instruments, tags }: Described): string {
  const sure = instruments
    .filter(({ probability }) => probability >= SURE)
    .toSorted((a, b) => b.probability - a.probability)
    .slice(0, 3)
    .map(({ label }) => label.toLowerCase())
  const voice = tags.find(({ label, probability }) => label === 'Singing' && probability >= SURE)
  const all = voice ? [...sure, 'singing'] : sure
  return all.length > 0 ? `, with ${listed(all)}` : ''
}

const withAudience = ({ liveness }: Described): string =>
  liveness.value >= SURE && liveness.confidence >= SURE ? ', played to an audience' : ''

const songs = ({ songs: { length } }: Described): string => (length > 1 ? `${length} songs.` : '')

/** The likeliest label that may be claimed. */
function best(tags: readonly Tag[]): string | null {
  const first = tags.toSorted((a, b) => b.probability - a.probability)[0]
  return first && first.probability >= SURE ? first.label : null
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** A genre as it is said within a sentence. */
const inSentence = (genre: string): string => {
  const lower = genre.toLowerCase()
  return lower.endsWith('music') || STANDS_ALONE.has(lower) ? lower : `${lower} music`
}
const STANDS_ALONE = new Set([
  'rock',
  'pop',
  'jazz',
  'blues',
  'folk',
  'country',
  'hip hop',
  'reggae',
  'metal',
  'heavy metal',
  'punk',
  'funk',
  'soul',
  'house',
  'techno',
  'dubstep',
  'drum and bass',
  'disco',
  'ska',
  'flamenco',
  'opera',
  'bluegrass',
  'trance',
])
