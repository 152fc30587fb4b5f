import type { Tag, Tags } from '../analysis.ts'
import type { Facts } from '../facts.ts'
import { tagsBySignal } from './by-signal.ts'
import {
  type Calibration,
  logistic,
  OF_GENRES,
  OF_INSTRUMENTS,
  OF_MOODS,
  OF_THROUGHOUT,
  OF_TIMES,
} from './calibration.ts'
import type { Hearing } from './hearing.ts'
import { bestStretch, highest, logOdds, powerMean } from './pooling.ts'
import { AT_TIMES, GENRES, INSTRUMENTS, MOODS, THROUGHOUT, type Word } from './vocabulary.ts'

/**
 * Genres, moods, instruments and what else is to be heard, each list with all its labels, the likeliest first. Without a
 * model they are guessed from the signal.
 */
export function tagsOf(hearing: Hearing, facts: Facts): Tags {
  const { genres, moods, instruments, tags } = hearing.length > 0 ? tagsByModel(hearing) : tagsBySignal(facts)
  return {
    genres: inOrder(genres),
    moods: inOrder(moods),
    instruments: inOrder(instruments),
    tags: inOrder([...tags, ...concluded(tags)]),
  }
}

function tagsByModel(hearing: Hearing): Tags {
  const throughout = judged(hearing, THROUGHOUT, OF_THROUGHOUT)
  const atTimes = AT_TIMES.map(({ label, classes }) => ({
    label,
    probability: logistic(OF_TIMES.steepness * logOdds(clearest(hearing, classes)) + OF_TIMES.offset),
  }))
  return {
    genres: judged(hearing, GENRES, OF_GENRES),
    moods: judged(hearing, MOODS, OF_MOODS),
    instruments: judged(hearing, INSTRUMENTS, OF_INSTRUMENTS),
    tags: [...throughout, ...atTimes],
  }
}

const clearest = (hearing: Hearing, classes: Word['classes']) =>
  bestStretch(highest(hearing, classes), Math.round(OF_TIMES.seconds / hearing.step))

function judged(hearing: Hearing, words: readonly Word[], by: Calibration): Tag[] {
  const pooled = (classes: Word['classes']) => logOdds(powerMean(highest(hearing, classes), by.exponent))
  const activity = by.activity === 0 ? 0 : pooled([...new Set(words.flatMap(({ classes }) => classes))])
  return words.map(({ label, classes, family }) => ({
    label,
    probability: logistic(
      by.steepness * pooled(classes) - by.activity * activity + (family ? by.family : 0) + by.offset,
    ),
  }))
}

const VOICES = ['Singing', 'Choir', 'Rapping', 'A cappella', 'Speech', 'Beatboxing']
const AUDIENCE = ['Applause', 'Cheering', 'Crowd']

/** What follows from the others: music before an audience, and music without a voice. */
function concluded(sounds: readonly Tag[]): Tag[] {
  const of = (label: string) => sounds.find((tag) => tag.label === label)?.probability ?? 0
  const most = (labels: readonly string[]) => Math.max(...labels.map(of))
  return [
    { label: 'Live', probability: of('Music') * most(AUDIENCE) },
    { label: 'Instrumental', probability: of('Music') * (1 - most(VOICES)) },
  ]
}

const inOrder = (tags: readonly Tag[]): Tag[] => [...tags].sort((a, b) => b.probability - a.probability)
