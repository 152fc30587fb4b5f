import type { ComponentProps } from 'react'
import { cn } from '@/lib/cn'

/** A surface for things that belong together; use it sparingly, a hairline often does. */
export function Card({ className, ...rest }: ComponentProps<'section'>) {
  return (
    <section
      className={cn('rounded-card bg-surface p-5 light:ring-1 light:ring-line', className)}
      {...rest}
    />
  )
}
