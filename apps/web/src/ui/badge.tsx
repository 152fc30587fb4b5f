import type { ReactNode } from 'react'
import { cn } from '@/lib/cn'

const TONES = {
  plain: 'bg-ink/8 text-ink',
  accent: 'bg-accent-fill text-on-accent',
  success: 'text-success ring-1 ring-current ring-inset',
  warning: 'text-warning ring-1 ring-current ring-inset',
  danger: 'text-danger ring-1 ring-current ring-inset',
}

/** A word about a thing, in a pill. */
export function Badge({
  tone = 'plain',
  className,
  children,
}: {
  tone?: keyof typeof TONES
  className?: string
  children: ReactNode
}) {
  return (
    <span
      className={cn(
        'inline-flex h-6 items-center gap-1 whitespace-nowrap rounded-full px-2.5 font-medium text-12 [&_svg]:size-3.5',
        TONES[tone],
        className,
      )}
    >
      {children}
    </span>
  )
}
