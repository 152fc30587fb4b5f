import { type ComponentProps, type ReactNode, useId } from 'react'

type SwitchProps = Omit<ComponentProps<'input'>, 'type' | 'role' | 'id'> & {
  label: ReactNode
  hint?: ReactNode
}

/** On or off, at once. A checkbox to forms and screen readers' "switch". */
export function Switch({ label, hint, ...input }: SwitchProps) {
  const id = useId()
  return (
    <div className="flex min-h-11 items-center justify-between gap-4">
      <label htmlFor={id} className="flex-1 py-1">
        <span className="block font-medium text-14">{label}</span>
        {hint && (
          <span id={`${id}-hint`} className="block text-12 text-soft">
            {hint}
          </span>
        )}
      </label>
      <span className="relative inline-flex h-7 w-12 shrink-0">
        <input
          id={id}
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox has its own checked state
          role="switch"
          aria-describedby={hint ? `${id}-hint` : undefined}
          className="peer absolute inset-0 cursor-pointer appearance-none rounded-full border border-edge bg-raised transition-colors duration-feedback checked:border-accent-fill checked:bg-accent-fill disabled:cursor-default disabled:opacity-50"
          {...input}
        />
        <span className="pointer-events-none absolute top-1 left-1 size-5 rounded-full bg-soft transition-transform duration-feedback ease-spring peer-checked:translate-x-5 peer-checked:bg-on-accent" />
      </span>
    </div>
  )
}
