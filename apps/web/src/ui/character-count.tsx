import { cn } from '@/lib/cn'

/** From so many before the end it is said. */
const NEAR = 500

/** How much is written, once it is near the most there may be. */
export function CharacterCount({ id, length, most }: { id: string; length: number; most: number }) {
  if (length < most - NEAR) return null
  const tooMany = length > most
  return (
    <p id={id} className={cn('text-12 tabular-nums', tooMany ? 'text-danger' : 'text-soft')}>
      {tooMany
        ? `${(length - most).toLocaleString('en')} too many`
        : `${length.toLocaleString('en')} of ${most.toLocaleString('en')}`}
    </p>
  )
}
