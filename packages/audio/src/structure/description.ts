import type { Analysis, Segment, Tag } from '../analysis.ts'
import { genrePhrase, instrumentPhrase, listed } from './wording.ts'

type Described = Omit<Analysis, 'description'>

/** What is less sure than this is not claimed. */
const SURE = 0.5
/** Share of speech from which it is worth a word. */
const TALK = 0.15

/**
 * A sentence or two made of the result and of nothing else: what is below 0.5 is not claimed, and where the genre is unknown
 * it says so.
 */
export function describe(analysis: Described): string {
  if (analysis.loudness_lufs === null) return 'Nothing to be heard.'
  const share = sharesOf(analysis)
  if (share.silence > 0.95) return 'Hardly anything to be heard.'
  if (share.music === 0) return withoutMusic(share, isLive(analysis))
  const genre = best(analysis.genres)
  const { length } = analysis.songs
  const sentence = [
    musicOf(analysis, genre),
    playedOn(analysis),
    isLive(analysis) ? ', played to an audience' : '',
    share.speech > TALK ? ', with speech in between' : '',
  ].join('')
  return [
    `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`,
    ...(length > 1 ? [`${length} songs.`] : []),
    ...(genre === null ? ['Genre unclear.'] : []),
  ].join(' ')
}

type Shares = Record<Segment['kind'], number>

/** Shares of the recording that are surely of a kind. */
function sharesOf({ segments, duration }: Described): Shares {
  const shares = { music: 0, speech: 0, applause: 0, silence: 0 }
  for (const { kind, start, end, confidence } of segments)
    if (confidence >= SURE) shares[kind] += (end - start) / duration
  return shares
}

function withoutMusic({ speech, applause }: Shares, live: boolean): string {
  if (speech > 0.3) return live ? 'Speech before an audience.' : 'Speech, without music.'
  if (applause > 0.3) return 'An audience, without music.'
  return 'Sounds whose kind is unclear.'
}

/** "happy jazz in Bb major at 159 beats a minute in 3/4". */
function musicOf(analysis: Described, genre: string | null): string {
  const { tempo, key, time_signature, instrumentalness, moods } = analysis
  const bpm = tempo.confidence >= SURE ? tempo.bpm : null
  const instrumental = instrumentalness.value >= 0.75 && instrumentalness.confidence >= SURE
  return [
    // a mood says more than the pace, and both at once may sound like a contradiction
    best(moods)?.toLowerCase() ?? (bpm === null ? '' : paceOf(bpm)),
    instrumental ? 'instrumental' : '',
    genre === null ? 'music' : genrePhrase(genre),
    key.tonic !== null && key.mode !== null && key.confidence >= SURE ? `in ${key.tonic} ${key.mode}` : '',
    bpm === null ? '' : `at ${Math.round(bpm)} beats a minute`,
    // four quarters go without saying
    bpm !== null && time_signature !== '4/4' && analysis.time_signature_confidence >= SURE
      ? `in ${time_signature}`
      : '',
  ]
    .filter((part) => part !== '')
    .join(' ')
}

function paceOf(bpm: number): string {
  if (bpm < 70) return 'slow'
  if (bpm < 95) return 'unhurried'
  if (bpm < 130) return ''
  return bpm < 165 ? 'lively' : 'fast'
}

function playedOn({ instruments, tags }: Described): string {
  const sung = tags.some(({ label, probability }) => label === 'Singing' && probability >= SURE)
  const all = [...instrumentPhrase(sure(instruments)), ...(sung ? ['singing'] : [])]
  return all.length > 0 ? `, with ${listed(all)}` : ''
}

const isLive = ({ liveness }: Described): boolean => liveness.value >= SURE && liveness.confidence >= SURE

/** Labels that may be claimed, the likeliest first. */
const sure = (tags: readonly Tag[]): string[] =>
  tags
    .filter(({ probability }) => probability >= SURE)
    .toSorted((a, b) => b.probability - a.probability)
    .map(({ label }) => label)

const best = (tags: readonly Tag[]): string | null => sure(tags)[0] ?? null
