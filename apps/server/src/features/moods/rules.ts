import type { Mood, MoodRule, MoodScores } from '@sharemyshows/contract/moods'
import { DEFAULT_RULES, MOODS, ofEach, type Place, placeOf, type Rule } from '@sharemyshows/mood/moods'

/** What is kept of a mood's music: a person's `own`, or the operator's. */
export type KeptRule = Omit<MoodRule, 'source'> & { own: boolean }
/** What is said of a mood's music anew. */
export type RuleChange = Partial<Pick<MoodRule, 'valence' | 'energy' | 'tempo' | 'description'>>

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

const MIDDLE: Place = { valence: 0.5, energy: 0.5 }

/** Where a mood lies in the field; one that is not sure lies among all, by how much it is like each. */
export function placeOfMood(mood: Mood | null, scores: MoodScores | null, rules: Record<Mood, Rule>): Place {
  if (mood !== null) return placeOf(rules[mood])
  const all = scores === null ? 0 : MOODS.reduce((sum, each) => sum + scores[each], 0)
  if (scores === null || all === 0) return MIDDLE
  const mean = (axis: keyof Place) =>
    MOODS.reduce((sum, each) => sum + (scores[each] / all) * placeOf(rules[each])[axis], 0)
  return { valence: mean('valence'), energy: mean('energy') }
}
