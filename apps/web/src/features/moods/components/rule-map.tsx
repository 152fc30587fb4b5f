import type { Mood, MoodRule } from '@sharemyshows/contract/moods'
import { MOOD_NAMES, moodColour } from '@/lib/moods'
import { type Drafts, rangesOf } from '../rules'

type RuleMapProps = { rules: readonly MoodRule[]; drafts: Drafts; mood: Mood }

/** Where the music of each mood lies in the field; the chosen one is filled. What it shows is in the words beside it. */
export function RuleMap({ rules, drafts, mood }: RuleMapProps) {
  const drawn = rules.toSorted((one, other) => Number(one.mood === mood) - Number(other.mood === mood))
  return (
    <div aria-hidden className="relative aspect-2/1 overflow-hidden rounded-card bg-page ring-1 ring-line">
      {drawn.map((rule) => {
        const { valence, energy } = rangesOf(rule, drafts)
        const chosen = rule.mood === mood
        const colour = moodColour(rule.mood)
        return (
          <div
            key={rule.mood}
            className="absolute rounded-control border px-2 py-1 text-12 transition-[inset] duration-feedback motion-reduce:transition-none"
            style={{
              left: `${valence[0] * 100}%`,
              right: `${(1 - valence[1]) * 100}%`,
              bottom: `${energy[0] * 100}%`,
              top: `${(1 - energy[1]) * 100}%`,
              borderColor: chosen ? colour : 'var(--line)',
              background: chosen ? `color-mix(in oklch, ${colour} 22%, transparent)` : 'transparent',
            }}
          >
            {chosen && MOOD_NAMES[rule.mood]}
          </div>
        )
      })}
      <span className="absolute bottom-1 left-2 text-12 text-soft">Dark, calm</span>
      <span className="absolute top-1 right-2 text-12 text-soft">Bright, lively</span>
    </div>
  )
}
