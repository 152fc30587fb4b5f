import { cn } from '@/lib/cn'
import { MOST_CHARACTERS } from '../model'

const SAY_FROM = MOST_CHARACTERS - 500

/** How much is written, once it is near the most there may be. */
export function CharacterCount({ id, length }: { id: string; length: number }) {
  if (length < SAY_FROM) return null
  const tooMany = length > MOST_CHARACTERS
  return (
    <p id={id} className={cn('text-12 tabular-nums', tooMany ? 'text-danger' : 'text-soft')}>
      {tooMany
        ? `${(length - MOST_CHARACTERS).toLocaleString('en')} too many`
        : `${length.toLocaleString('en')} of ${MOST_CHARACTERS.toLocaleString('en')}`}
    </p>
  )
}
