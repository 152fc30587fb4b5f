import { type ReactNode, useId } from 'react'
import { cn } from '@/lib/cn'

type RadioCardsProps<T extends string> = {
  /** What is being chosen. */
  label: ReactNode
  /** Each with what it means, in a sentence. */
  options: readonly { value: T; label: ReactNode; hint: ReactNode }[]
  value: T | undefined
  onChange: (value: T) => void
}

/** One of a few that need a word of explanation each. */
export function RadioCards<T extends string>({ label, options, value, onChange }: RadioCardsProps<T>) {
  const name = useId()
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 font-medium text-14">{label}</legend>
      <div className="divide-y divide-line overflow-hidden rounded-control ring-1 ring-line ring-inset">
        {options.map((option) => (
          <label
            key={option.value}
            className={cn(
              'flex min-h-11 cursor-pointer items-start gap-3 px-4 py-3 transition-colors duration-feedback hover:bg-ink/4',
              'has-checked:bg-raised has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:-outline-offset-2',
            )}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              aria-describedby={`${name}-${option.value}`}
              className="mt-0.5 size-5 shrink-0 accent-(--accent-fill) outline-none"
            />
            <span className="min-w-0">
              <span className="block font-medium text-14">{option.label}</span>
              <span id={`${name}-${option.value}`} className="block text-12 text-soft">
                {option.hint}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
