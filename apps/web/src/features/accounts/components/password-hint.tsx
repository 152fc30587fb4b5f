import { Check } from 'lucide-react'
import { cn } from '@/lib/cn'

/** As people count characters, and as the server does. */
const FEWEST = 15

const passwordLength = (password: string): number => [...password].length

/** What is wrong with a new password, as far as one can tell without the server. */
export function checkPassword(password: string): string | undefined {
  const length = passwordLength(password)
  if (length === 0) return 'Choose a password'
  if (length < FEWEST)
    return `${FEWEST - length} more ${FEWEST - length === 1 ? 'character' : 'characters'}, please`
  return length > 128 ? 'At most 128 characters' : undefined
}

/** How far a password being typed has come; a phrase gets there without being hard to remember. */
export function PasswordHint({ password }: { password: string }) {
  const length = passwordLength(password)
  const enough = length >= FEWEST
  return (
    <span className="flex min-h-4 items-center gap-2">
      {length > 0 && (
        <span aria-hidden className="h-1 w-12 shrink-0 overflow-hidden rounded-full bg-ink/15">
          <span
            className={cn('block h-full rounded-full', enough ? 'bg-success' : 'bg-accent')}
            style={{ width: `${Math.min(1, length / FEWEST) * 100}%` }}
          />
        </span>
      )}
      <span className={cn('flex items-center gap-1', enough && 'text-success')}>
        {enough && <Check aria-hidden className="size-3.5" />}
        <Words length={length} />
      </span>
      {/* Said once, at the moment it becomes true, rather than at every key. */}
      <span className="sr-only" aria-live="polite">
        {enough ? 'The password is long enough' : ''}
      </span>
    </span>
  )
}

function Words({ length }: { length: number }) {
  if (length === 0) return `At least ${FEWEST} characters. Four random words do well.`
  return length < FEWEST ? `${length} of ${FEWEST} characters` : 'Long enough'
}
