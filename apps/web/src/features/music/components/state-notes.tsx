import type { MusicSummary } from '@sharemyshows/contract/music'
import { Chip } from '@/ui/chip'
import { type FeatureState, type MusicAsk, withPart } from '../address'
import { STATE_NAMES } from '../model'

type StateNotesProps = { ask: MusicAsk; onChange: (ask: MusicAsk) => void; summary: MusicSummary | undefined }

/** How many tracks no mood can choose yet or ever, and the way to see which. */
export function StateNotes({ ask, onChange, summary }: StateNotesProps) {
  if (ask.features) {
    const words = STATE_NAMES[ask.features]
    return (
      <div>
        <Chip
          removeLabel={`Remove the filter ${words}`}
          onRemove={() => onChange(withPart(ask, { features: undefined }))}
        >
          {words}
        </Chip>
      </div>
    )
  }
  if (summary === undefined) return null
  const { awaited, unknown } = summary.features
  const notes: { state: FeatureState; words: string }[] = []
  if (awaited > 0) notes.push({ state: 'awaited', words: `${awaited} still awaited` })
  if (unknown > 0) notes.push({ state: 'unknown', words: `${unknown} unknown` })
  if (notes.length === 0) return null
  return (
    <p className="text-14 text-soft">
      How a track feels is not known of all:{' '}
      {notes.map(({ state, words }, at) => (
        <span key={state}>
          {at > 0 && ', '}
          <button
            type="button"
            onClick={() => onChange(withPart(ask, { features: state }))}
            className="min-h-11 underline decoration-edge underline-offset-4 hover:text-ink"
          >
            {words}
          </button>
        </span>
      ))}
      . No mood chooses those.
    </p>
  )
}
