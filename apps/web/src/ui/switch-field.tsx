import { type ComponentProps, type ReactNode, useId } from 'react'
import { cn } from '@/lib/cn'
import { Switch } from './switch'

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
      <Switch id={id} aria-describedby={hint ? `${id}-hint` : undefined} {...input} />
    </label>
  )
}
