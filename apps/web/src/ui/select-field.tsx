import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { cn } from '@/lib/cn'
import { controlStyles, Field, type FieldText } from './field'

type SelectFieldProps = Omit<ComponentProps<'select'>, 'id'> &
  FieldText & { options: readonly { value: string; label: string }[] }

/** One of a few. The system's own list: every phone and screen reader already knows it. */
export function SelectField({
  label,
  hint,
  error,
  optional,
  className,
  options,
  ...select
}: SelectFieldProps) {
  return (
    <Field {...{ label, hint, error, optional, className }}>
      {(wiring) => (
        <span className="relative block">
          <select className={cn(controlStyles, 'appearance-none pr-10')} {...select} {...wiring}>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown
            aria-hidden
            className="-translate-y-1/2 pointer-events-none absolute top-1/2 right-3 size-5 text-soft"
          />
        </span>
      )}
    </Field>
  )
}
