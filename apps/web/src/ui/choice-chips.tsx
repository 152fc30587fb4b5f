import { type ReactNode, useId } from 'react'
import { cn } from '@/lib/cn'

/** A chip to press; `has-checked` where it is one of several. */
export const choiceChipStyles = [
  'inline-flex min-h-9 cursor-pointer select-none items-center gap-1.5 whitespace-nowrap rounded-full px-3.5 text-14 text-soft ring-1 ring-line ring-inset pointer-coarse:min-h-11',
  'transition-colors duration-feedback hover:text-ink has-checked:bg-ink has-checked:font-medium has-checked:text-page',
  'has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2 [&_svg]:size-4',
].join(' ')

type ChoiceChipsProps<T extends string> = {
  /** What is being chosen, for screen readers. */
  label: string
  options: readonly { value: T | undefined; label: ReactNode }[]
  value: T | undefined
  onChange: (value: T | undefined) => void
  /** Further chips in the same row. */
  children?: ReactNode
  /** Goes on in a further row instead of scrolling. */
  wrap?: boolean
  className?: string
}

/** One of many, in a row that scrolls where it is too long; a radio group to the keyboard and to screen readers. */
export function ChoiceChips<T extends string>(props: ChoiceChipsProps<T>) {
  const { label, options, value, onChange, children, wrap = false, className } = props
  const name = useId()
  return (
    <fieldset
      className={cn(
        // a fieldset would be as wide as what it holds, and hidden inputs would lie beside the page
        'relative min-w-0 py-1',
        !wrap && 'scrollbar-none -mx-4 overflow-x-auto px-4 sm:mx-0 sm:px-0.5',
        className,
      )}
    >
      <legend className="sr-only">{label}</legend>
      <div className={cn('flex gap-2', wrap ? 'flex-wrap' : 'w-max')}>
        {options.map((option) => (
          <label key={option.value ?? ''} className={choiceChipStyles}>
            <input
              type="radio"
              name={name}
              className="sr-only"
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
        {children}
      </div>
    </fieldset>
  )
}
