import { ArrowDown, ArrowUp, Ellipsis, X } from 'lucide-react'
import { type KeyboardEvent, memo } from 'react'
import { DropdownMenu } from '@/ui/dropdown-menu'
import { IconButton } from '@/ui/icon-button'
import type { LineDeeds } from '../row'
import { type Item, labelOf, type Section } from '../sections'

type BreakRowProps = { item: Item & { kind: 'break' }; deeds?: LineDeeds | undefined }

/** The line where another set or an encore begins; it can be moved like a song. */
export const BreakRow = memo(function BreakRow({ item, deeds }: BreakRowProps) {
  const label = labelOf(item.section)
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || !(event.key === 'ArrowUp' || event.key === 'ArrowDown')) return
    event.preventDefault()
    deeds?.move(item, event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <div className="flex min-w-0 flex-1 items-center gap-1">
      <SectionLabel section={item.section} />
      {deeds && (
        <DropdownMenu
          trigger={
            <IconButton
              {...{ onKeyDown }}
              data-line={item.id}
              label={`More for ${label}`}
              icon={<Ellipsis />}
            />
          }
          items={[
            { label: 'Move up', icon: <ArrowUp />, onSelect: () => deeds.move(item, -1) },
            { label: 'Move down', icon: <ArrowDown />, onSelect: () => deeds.move(item, 1) },
            { label: 'Take the line out', icon: <X />, onSelect: () => deeds.join(item) },
          ]}
        />
      )}
    </div>
  )
})

/** "Encore" with a hairline. */
export function SectionLabel({ section }: { section: Section }) {
  return (
    <h3 className="flex min-h-11 min-w-0 flex-1 items-center gap-3 pl-3 font-medium font-text text-12 text-accent uppercase tracking-[0.08em]">
      {labelOf(section)}
      <span aria-hidden className="h-px flex-1 bg-current opacity-40" />
    </h3>
  )
}
