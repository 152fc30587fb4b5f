import { Button } from '@/ui/button'
import { Chip } from '@/ui/chip'
import type { LibraryAsk } from '../address'
import { conditionsOf } from '../filters'

type LibraryChipsProps = { ask: LibraryAsk; onChange: (ask: LibraryAsk) => void }

/** What narrows the library, each to be taken off. */
export function LibraryChips({ ask, onChange }: LibraryChipsProps) {
  const conditions = conditionsOf(ask)
  if (conditions.length === 0) return null
  return (
    <div className="flex flex-wrap items-center gap-2">
      {conditions.map(({ name, words, without }) => (
        <Chip key={name} removeLabel={`Remove the filter ${words}`} onRemove={() => onChange(without)}>
          {words}
        </Chip>
      ))}
      {conditions.length > 1 && (
        <Button size="small" variant="ghost" onClick={() => onChange(ask.sort ? { sort: ask.sort } : {})}>
          Clear all
        </Button>
      )}
    </div>
  )
}
