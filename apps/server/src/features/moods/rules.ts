import type { Mood, MoodRule, MoodSample, MoodSampleDraft, MoodScores } from '@sharemyshows/contract/moods'
import { judge, type Learned, moodAt } from '@sharemyshows/mood/judge'
import { DEFAULT_RULES, MOODS, ofEach, type Place, placeOf, type Rule } from '@sharemyshows/mood/moods'

/** What is kept of a mood's music: a person's `own`, or the operator's. */
export type KeptRule = Omit<MoodRule, 'source'> & { own: boolean }
/** What is said of a mood's music anew. */
export type RuleChange = { [Field in keyof WholeRule]?: WholeRule[Field] | undefined }
export type WholeRule = Pick<MoodRule, 'valence' | 'energy' | 'tempo' | 'description'>

/** A rule with what is said anew; what is left out stays as it is. */
export const merged = (before: WholeRule, change: RuleChange): WholeRule => ({
  valence: change.valence ?? before.valence,
  energy: change.energy ?? before.energy,
  tempo: change.tempo ?? before.tempo,
  description: change.description ?? before.description,
})

/** The rule of each mood: what she said, else what the operator said, else what everybody has. */
export const effectiveRules = (kept: readonly KeptRule[]): Record<Mood, MoodRule> =>
  ofEach((mood) => {
    const said = kept.filter((rule) => rule.mood === mood)
    const found = said.find(({ own }) => own) ?? said[0]
    if (found === undefined) return defaultRule(mood)
    const { own, ...rule } = found
    return { ...rule, source: own ? 'mine' : 'operator' }
  })

function defaultRule(mood: Mood): MoodRule {
  const { valence, energy, tempo, description } = DEFAULT_RULES[mood]
  const ranges = { valence: [...valence], energy: [...energy], tempo: [...tempo] } satisfies RuleChange
  return { mood, ...ranges, description, source: 'default' }
}

/** Corrections that are learned from, the latest ones. */
export const MOST_CORRECTIONS = 50

type Rules = Record<Mood, Rule>
export type NewSample = Pick<MoodSample, 'mood' | 'confidence' | 'scores' | keyof Place> & {
  source: MoodSampleDraft['source']
}

/** What is written down of a mood: that of a face is judged by its scores, that of the field by its place. */
export function sampleOf(draft: MoodSampleDraft, rules: Rules, learned: Learned): NewSample {
  const { source, scores = null, valence, energy } = draft
  if (source === 'camera') {
    const judged = judge(scores ?? NO_FACE, learned)
    return { ...judged, source, scores, ...placeOfMood(judged.mood, scores, rules) }
  }
  if (source === 'button') {
    const mood = draft.mood ?? null
    const usual = placeOfMood(mood, null, rules)
    const place = { valence: valence ?? usual.valence, energy: energy ?? usual.energy }
    return { mood, confidence: 1, source, scores, ...place }
  }
  const place = { valence: valence ?? MIDDLE, energy: energy ?? MIDDLE }
  return { mood: moodAt(place, rules), confidence: 1, source, scores, ...place }
}

const NO_FACE = ofEach(() => 0)
const MIDDLE = 0.5

/** Where a mood lies in the field; "not sure" lies among all, the nearer to each the more the face looked like it. */
function placeOfMood(mood: Mood | null, scores: MoodScores | null, rules: Rules): Place {
  if (mood !== null) return placeOf(rules[mood])
  const all = scores === null ? 0 : MOODS.reduce((sum, each) => sum + scores[each], 0)
  if (scores === null || all === 0) return { valence: MIDDLE, energy: MIDDLE }
  const mean = (axis: keyof Place) =>
    MOODS.reduce((sum, each) => sum + (scores[each] / all) * placeOf(rules[each])[axis], 0)
  return { valence: mean('valence'), energy: mean('energy') }
}

export type KeptSample = Place & {
  mood: Mood | null
  source: string
  corrected: boolean
  corrected_from: Mood | null
}
export type Corrected = Place & Pick<KeptSample, 'mood' | 'corrected' | 'corrected_from'>

/**
 * What becomes of a mood that is said to have been another; undefined when it is that already. Whoever takes a correction
 * back has corrected nothing. A place that was touched stays.
 */
export function correctedTo(mood: Mood, kept: KeptSample, rules: Rules): Corrected | undefined {
  if (kept.mood === mood) return undefined
  const before = kept.corrected ? kept.corrected_from : kept.mood
  const { valence, energy } = kept.source === 'pad' ? kept : placeOf(rules[mood])
  const corrected = mood !== before
  return { mood, corrected, corrected_from: corrected ? before : null, valence, energy }
}
