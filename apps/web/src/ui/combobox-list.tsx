import { type ReactNode, useEffect } from 'react'
import { cn } from '@/lib/cn'
import { runsOf } from './option-runs'

/** What the list shows. */
export type ComboboxOptions<T> = {
  options: readonly T[]
  keyOf: (option: T) => string
  renderOption: (option: T) => ReactNode
  /** What the options are set apart as, for instance by who says them; undefined for those that need no heading. */
  groupOf?: ((option: T) => string | undefined) | undefined
  /** Stands below the options and scrolls with none of them. */
  foot?: ReactNode
  /** Shown in the open list when nothing fits, for instance "A new artist". */
  emptyText?: string | undefined
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

const noGroup = () => undefined

/** The suggestions under a combobox. The focus never leaves the input, so the options take no key themselves. */
export function ComboboxList<T>(props: ComboboxListProps<T>) {
  const { id, shown, active, box, pick, setActive, above = false } = props
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, active])
  const draw = (option: T, index: number) => (
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
      onPointerMove={() => setActive(index)}
      onClick={() => pick(option)}
    >
      {box.renderOption(option)}
    </div>
  )
  return (
    <div
      hidden={!shown}
      className={cn(
        'absolute inset-x-0 z-30 overflow-hidden rounded-control bg-raised shadow-float',
        above ? 'bottom-full mb-1' : 'top-full mt-1',
      )}
      onPointerDown={(event) => event.preventDefault()}
    >
      <div id={id} role="listbox" aria-label="Suggestions" className="max-h-72 overflow-y-auto p-1">
        {runsOf(box.options, box.groupOf ?? noGroup).map(({ group, from, options }) =>
          group === undefined ? (
            options.map((option, n) => draw(option, from + n))
          ) : (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset is nothing a listbox may hold
            <div
              key={`${group} ${from}`}
              role="group"
              aria-label={group}
              className={cn(from > 0 && 'mt-1 border-line border-t pt-1')}
            >
              <p aria-hidden className="px-3 pt-1.5 pb-0.5 text-12 text-soft">
                {group}
              </p>
              {options.map((option, n) => draw(option, from + n))}
            </div>
          ),
        )}
        {box.options.length === 0 && <p className="px-3 py-2.5 text-14 text-soft">{box.emptyText}</p>}
      </div>
      {box.foot && <div className="border-line border-t px-4 text-12 text-soft">{box.foot}</div>}
    </div>
  )
}
