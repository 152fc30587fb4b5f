import { type ReactNode, useId } from 'react'
import { cn } from '@/lib/cn'

type SegmentedProps<T extends string> = {
  /** What is being chosen, for screen readers. */
  label: string
  options: readonly { value: T; label: ReactNode }[]
  value: T
  onChange: (value: T) => void
  className?: string
}

/** One of two to four, all in sight; a radio group to the keyboard and to screen readers. */
export function Segmented<T extends string>({
  label,
  options,
  value,
  onChange,
  className,
}: SegmentedProps<T>) {
  const name = useId()
  return (
    <fieldset
      className={cn('inline-flex rounded-control bg-surface p-1 ring-1 ring-line ring-inset', className)}
    >
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className={cn(
            'flex min-h-9 flex-1 cursor-pointer items-center justify-center gap-1.5 rounded-[9px] px-3 text-14 text-soft pointer-coarse:min-h-11',
            'transition-colors duration-feedback hover:text-ink has-checked:bg-raised has-checked:font-medium has-checked:text-ink has-checked:ring-1 has-checked:ring-line',
            'has-focus-visible:outline-2 has-focus-visible:outline-accent [&_svg]:size-4',
          )}
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className="sr-only"
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
