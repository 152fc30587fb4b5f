import { Button } from '@/ui/button'
import { Chip } from '@/ui/chip'
import { type Conditions, conditionsOf, type DiarySearch } from '../filter'

type FilterChipsProps = { search: DiarySearch; onChange: (search: DiarySearch) => void }

/** What narrows the list, each to be taken off. */
export function FilterChips({ search, onChange }: FilterChipsProps) {
  const conditions = Object.entries(conditionsOf(search)) as [keyof Conditions, string | number][]
  if (conditions.length === 0) return null
  return (
    <div className="mt-3 flex flex-wrap items-center gap-2">
      {conditions.map(([name, value]) => {
        const said = name === 'q' ? `“${value}”` : value
        return (
          <Chip
            key={name}
            removeLabel={`Remove the filter ${said}`}
            onRemove={() => onChange({ ...search, [name]: undefined })}
          >
            {said}
          </Chip>
        )
      })}
      {conditions.length > 1 && (
        <Button
          size="small"
          variant="ghost"
          onClick={() => onChange({ scope: search.scope, view: search.view })}
        >
          Clear all
        </Button>
      )}
    </div>
  )
}
