import { CircleAlert } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { cn } from '@/lib/cn'

/** What every field says about itself. */
export type FieldText = {
  label: ReactNode
  hint?: ReactNode
  /** What is wrong and what to do; its presence marks the field invalid. */
  error?: string | undefined
  /** Marks the label with "optional". */
  optional?: boolean
  className?: string
}

/** The attributes that tie an input to its label, hint and error. */
export type FieldWiring = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

/** Label above, hint and error below; the input is drawn by `children` with the wiring it is given. */
export function Field({
  label,
  hint,
  error,
  optional = false,
  className,
  children,
}: FieldText & { children: (wiring: FieldWiring) => ReactNode }) {
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={cn('flex flex-col gap-1.5', className)}>
      <label htmlFor={id} className="flex items-baseline justify-between gap-2 font-medium text-14">
        {label}
        {optional && <span className="font-normal text-12 text-soft">optional</span>}
      </label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {hint && (
        <p id={`${id}-hint`} className="text-12 text-soft">
          {hint}
        </p>
      )}
      <p
        id={`${id}-error`}
        role="alert"
        className={cn('flex items-start gap-1.5 text-14 text-danger', !error && 'hidden')}
      >
        {error && <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />}
        {error}
      </p>
    </div>
  )
}

/** The looks every typed-in control shares. 16 px of text, so that phones do not zoom in. */
export const controlStyles = [
  'min-h-11 w-full rounded-control border border-edge bg-surface px-3.5 text-16 text-ink',
  'transition-[border-color,box-shadow] duration-feedback placeholder:text-soft',
  'hover:border-soft focus-visible:border-accent focus-visible:outline-1 focus-visible:outline-accent focus-visible:outline-offset-0',
  'aria-invalid:border-danger aria-invalid:focus-visible:outline-danger disabled:opacity-60',
].join(' ')
