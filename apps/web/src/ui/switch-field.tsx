import { type ComponentProps, type ReactNode, useId } from 'react'
import { cn } from '@/lib/cn'

type SwitchFieldProps = Omit<ComponentProps<'input'>, 'id' | 'type'> & {
  label: ReactNode
  /** What it does, in a sentence. */
  hint?: ReactNode
}

/** Something that is on or off, a box to tick in the look of a switch; its words belong to the target. */
export function SwitchField({ label, hint, className, ...input }: SwitchFieldProps) {
  const id = useId()
  return (
    <label htmlFor={id} className={cn('flex min-h-11 cursor-pointer items-center gap-4', className)}>
      <span className="min-w-0 flex-1">
        <span className="block font-medium text-14">{label}</span>
        {hint && (
          <span id={`${id}-hint`} className="block text-12 text-soft">
            {hint}
          </span>
        )}
      </span>
      <input
        id={id}
        type="checkbox"
        aria-describedby={hint ? `${id}-hint` : undefined}
        className={cn(
          'relative h-6 w-10 shrink-0 cursor-pointer appearance-none rounded-full border border-edge bg-surface',
          'transition-colors duration-feedback checked:border-accent-fill checked:bg-accent-fill disabled:opacity-60',
          "before:absolute before:top-0.75 before:left-0.75 before:size-4 before:rounded-full before:bg-soft before:content-['']",
          'before:transition-transform before:duration-feedback checked:before:translate-x-4 checked:before:bg-on-accent',
        )}
        {...input}
      />
    </label>
  )
}
