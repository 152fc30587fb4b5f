import type { Analysis } from '@sharemyshows/audio/analysis'
import type { Clip } from './clips.ts'
import { auc, keyScore, tempoScore } from './scores.ts'
import { isTopFamily, truths } from './truths.ts'

/** What is measured for some clips; `clips` says of how many. */
export type Figure = { name: string; group: string; value: number | null; unit: string; clips: number }

/** A clip and what the engine says of it. */
export type Heard<Part = Analysis> = { clip: Clip; analysis: Part }

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** The same figures for each group and for all, where there is anything to measure. */
function byGroup<Part>(
  heard: readonly Heard<Part>[],
  name: string,
  unit: string,
  score: (one: Heard<Part>) => number,
): Figure[] {
  const groups = [...new Set(heard.map(({ clip }) => clip.group))]
  return [...groups, 'all'].flatMap((group) => {
    const scores = heard.filter(({ clip }) => group === 'all' || clip.group === group).map(score)
    return scores.length === 0 ? [] : [{ name, group, value: mean(scores), unit, clips: scores.length }]
  })
}

const share = (is: boolean) => (is ? 100 : 0)

export function tempoFigures(all: readonly Heard<Partial<Analysis>>[]): Figure[] {
  const heard = all.filter(({ clip }) => clip.bpm !== null)
  const score = ({ clip, analysis }: Heard<Partial<Analysis>>) =>
    tempoScore(analysis.tempo?.bpm ?? null, clip.bpm ?? 0)
  return [
    ...byGroup(heard, 'tempo Accuracy1', '%', (one) => share(score(one).exact)),
    ...byGroup(heard, 'tempo Accuracy2', '%', (one) => share(score(one).octave)),
  ]
}

export function keyFigures(all: readonly Heard<Partial<Analysis>>[]): Figure[] {
  const heard = all.filter(({ clip }) => clip.key !== '')
  const score = ({ clip, analysis }: Heard<Partial<Analysis>>) =>
    analysis.key ? keyScore(analysis.key, clip.key) : 0
  return [
    ...byGroup(heard, 'key MIREX', '%', (one) => 100 * score(one)),
    ...byGroup(heard, 'key exact', '%', (one) => share(score(one) === 1)),
  ]
}

export function meterFigures(all: readonly Heard<Partial<Analysis>>[]): Figure[] {
  const heard = all.filter(({ clip }) => clip.meter !== '')
  const score = ({ clip, analysis }: Heard<Partial<Analysis>>) =>
    share(analysis.time_signature === clip.meter)
  const waltzes = heard.filter(({ clip }) => clip.meter === '3/4')
  return [...byGroup(heard, 'meter', '%', score), ...byGroup(waltzes, 'meter of waltzes', '%', score)]
}

export function tagFigures(heard: readonly Heard[]): Figure[] {
  const figures = truths.map(({ name, score, of }): Figure => {
    const known = heard.flatMap(({ clip, analysis }) => {
      const positive = of(clip)
      return positive === null ? [] : [{ score: score(analysis), positive }]
    })
    const positives = known.filter(({ positive }) => positive).length
    return {
      name: `${name} (${positives} are)`,
      group: 'all',
      value: auc(known),
      unit: 'AUC',
      clips: known.length,
    }
  })
  const notes = heard.filter(({ clip }) => clip.group === 'phil')
  const right = ({ clip, analysis }: Heard) => share(isTopFamily(analysis, clip))
  return [...figures, ...byGroup(notes, 'single notes, likeliest family', '%', right).slice(-1)]
}
