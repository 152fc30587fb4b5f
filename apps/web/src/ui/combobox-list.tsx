import { type ReactNode, useEffect, useRef } from 'react'
import { cn } from '@/lib/cn'

/** What the list shows. */
export type ComboboxOptions<T> = {
  options: readonly T[]
  keyOf: (option: T) => string
  renderOption: (option: T) => ReactNode
  /** Shown in the open list when nothing fits, for instance "A new artist". */
  emptyText?: string
}

type ComboboxListProps<T> = {
  id: string
  shown: boolean
  active: number
  box: ComboboxOptions<T>
  pick: (option: T) => void
  setActive: (index: number) => void
  /** Opens upwards, where the field stands at the foot of the screen. */
  above?: boolean
}

/** The suggestions under a combobox. The focus never leaves the input, so the options take no key themselves. */
export function ComboboxList<T>(props: ComboboxListProps<T>) {
  const { id, shown, active, box, pick, setActive, above = false } = props
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <div
      id={id}
      ref={list}
      role="listbox"
      aria-label="Suggestions"
      hidden={!shown}
      className={cn(
        'absolute inset-x-0 z-30 max-h-72 overflow-y-auto rounded-control bg-raised p-1 shadow-float',
        above ? 'bottom-full mb-1' : 'top-full mt-1',
      )}
    >
      {box.options.map((option, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant points here, the input keeps the focus
        // biome-ignore lint/a11y/useKeyWithClickEvents: the input handles the keys
        <div
          key={box.keyOf(option)}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          className={cn(
            'flex min-h-11 cursor-default items-center rounded-[9px] px-3 py-1.5 text-14',
            index === active && 'bg-ink/10',
          )}
          onPointerDown={(event) => event.preventDefault()}
          onPointerMove={() => setActive(index)}
          onClick={() => pick(option)}
        >
          {box.renderOption(option)}
        </div>
      ))}
      {box.options.length === 0 && <p className="px-3 py-2.5 text-14 text-soft">{box.emptyText}</p>}
    </div>
  )
}
