import { ArrowDown, ArrowUp, Ellipsis, X } from 'lucide-react'
import { type KeyboardEvent, memo } from 'react'
import { cn } from '@/lib/cn'
import { DropdownMenu } from '@/ui/dropdown-menu'
import { IconButton } from '@/ui/icon-button'
import type { LineState } from '../row'
import { labelOf, type Section } from '../sections'

type EditedBreakProps = LineState & { id: string; section: Section }

/** The line where another set or an encore begins, to edit: it can be moved like a song. */
export const EditedBreak = memo(function EditedBreak({ id, section, deeds, top, bottom }: EditedBreakProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || !(event.key === 'ArrowUp' || event.key === 'ArrowDown')) return
    event.preventDefault()
    deeds.move(id, event.key === 'ArrowUp' ? -1 : 1)
  }
  const trigger = (
    <IconButton
      data-line={id}
      label={`More for ${labelOf(section)}`}
      icon={<Ellipsis />}
      aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
      onKeyDown={onKeyDown}
    />
  )
  return (
    <div className="flex min-w-0 flex-1 items-center gap-1">
      <SectionLabel section={section} />
      <DropdownMenu
        trigger={trigger}
        items={[
          { label: 'Move up', icon: <ArrowUp />, onSelect: () => deeds.move(id, -1), disabled: top },
          { label: 'Move down', icon: <ArrowDown />, onSelect: () => deeds.move(id, 1), disabled: bottom },
          { label: 'Take the line out', icon: <X />, onSelect: () => deeds.join(id) },
        ]}
      />
    </div>
  )
})

/** "Encore" with a hairline. */
export function SectionLabel({ section, className }: { section: Section; className?: string }) {
  return (
    <h3
      className={cn(
        'flex min-h-11 min-w-0 flex-1 items-center gap-3 pl-3 font-medium font-text text-12 text-accent uppercase tracking-[0.08em]',
        className,
      )}
    >
      {labelOf(section)}
      <span aria-hidden className="h-px flex-1 bg-current opacity-40" />
    </h3>
  )
}
