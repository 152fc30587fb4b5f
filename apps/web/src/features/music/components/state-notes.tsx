import type { MusicSummary } from '@sharemyshows/contract/music'
import { Button } from '@/ui/button'
import { Chip } from '@/ui/chip'
import { type MusicAsk, withPart } from '../address'
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
  const notes = [
    { state: 'awaited' as const, count: awaited },
    { state: 'unknown' as const, count: unknown },
  ].filter(({ count }) => count > 0)
  if (notes.length === 0) return null
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-14 text-soft">
      <p>Not known how they feel, so no mood chooses them:</p>
      {notes.map(({ state, count }) => (
        <Button
          key={state}
          size="small"
          variant="ghost"
          className="-mx-1 px-2 underline decoration-edge underline-offset-4"
          onClick={() => onChange(withPart(ask, { features: state }))}
        >
          {count} {STATE_NAMES[state].toLowerCase()}
        </Button>
      ))}
    </div>
  )
}
