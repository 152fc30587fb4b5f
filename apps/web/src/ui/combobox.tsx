import { useId } from 'react'
import { cn } from '@/lib/cn'
import { ComboboxList, type ComboboxOptions } from './combobox-list'
import { controlStyles, Field, type FieldText } from './field'
import { Spinner } from './spinner'
import { useCombobox } from './use-combobox'

export type ComboboxProps<T> = FieldText &
  ComboboxOptions<T> & {
    /** What is typed; the owner keeps it. */
    value: string
    onChange: (text: string) => void
    /** Called with the picked option; set `value` from it. */
    onPick: (option: T) => void
    /** A search is under way. */
    loading?: boolean
    placeholder?: string
    name?: string
    required?: boolean
    onBlur?: () => void
    ref?: (element: HTMLInputElement | null) => void
  }

/**
 * A text field that suggests. Free text stays possible; arrows, Home, End, Enter and Escape work as in
 * the ARIA combobox pattern. Search in the owner (rested by ~200 ms) and hand the finds in as `options`.
 */
export function Combobox<T>({ label, hint, error, optional, className, ...box }: ComboboxProps<T>) {
  const listId = useId()
  const { open, active, input, whole, pick, setActive } = useCombobox(box)
  const shown =
    open && (box.options.length > 0 || (!!box.emptyText && !box.loading && box.value.trim() !== ''))
  return (
    <Field {...{ label, hint, error, optional, className }}>
      {(wiring) => (
        <div className="relative" {...whole}>
          <input
            {...wiring}
            {...input}
            ref={box.ref}
            name={box.name}
            required={box.required}
            placeholder={box.placeholder}
            value={box.value}
            type="text"
            role="combobox"
            autoComplete="off"
            aria-autocomplete="list"
            aria-expanded={shown}
            aria-controls={listId}
            aria-activedescendant={shown && active >= 0 ? `${listId}-${active}` : undefined}
            className={cn(controlStyles, 'pr-10')}
          />
          {box.loading && <Spinner className="absolute top-3.5 right-3.5 text-soft" />}
          <ComboboxList {...{ id: listId, shown, active, box, pick, setActive }} />
        </div>
      )}
    </Field>
  )
}
