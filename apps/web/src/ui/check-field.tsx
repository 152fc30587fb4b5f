import { type ComponentProps, useId } from 'react'
import { cn } from '@/lib/cn'

type CheckFieldProps = Omit<ComponentProps<'input'>, 'id' | 'type'> & { label: string }

/** A box to tick; its words belong to the target. */
export function CheckField({ label, className, ...input }: CheckFieldProps) {
  const id = useId()
  return (
    <label htmlFor={id} className={cn('flex min-h-11 cursor-pointer items-center gap-3 text-14', className)}>
      <input id={id} type="checkbox" className="size-5 shrink-0 accent-(--accent-fill)" {...input} />
      {label}
    </label>
  )
}
