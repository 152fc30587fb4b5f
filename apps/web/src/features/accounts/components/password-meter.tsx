import { cn } from '@/lib/cn'
import { checkPassword, FEWEST, passwordLength } from '../password'
import { usePasswordStrength } from '../use-password-strength'

type PasswordMeterProps = {
  password: string
  /** Words of the person herself, which guessers try first: name and address. */
  known?: readonly string[]
}

const NOBODY: readonly string[] = []
const COLOURS = ['bg-danger', 'bg-danger', 'bg-warning', 'bg-success', 'bg-success'] as const

/** The hint of a field for a new password: how good it is and why, while it is typed. It never holds the typing up. */
export function PasswordMeter({ password, known = NOBODY }: PasswordMeterProps) {
  const strength = usePasswordStrength(password, known)
  const length = passwordLength(password)
  const says = strength?.says ?? sayLength(length, checkPassword(password))
  // A quarter of the way is the length; the rest is how hard it is to guess.
  const share = strength ? Math.max(1, strength.level) / 4 : Math.min(1, length / FEWEST) / 4
  return (
    <span className="flex min-h-13 flex-col gap-1.5">
      <span aria-hidden className="mt-1 block h-1 overflow-hidden rounded-full bg-ink/15">
        <span
          className={cn(
            'block h-full rounded-full transition-[width,background-color] duration-place',
            strength ? COLOURS[strength.level] : 'bg-accent',
          )}
          style={{ width: `${share * 100}%` }}
        />
      </span>
      <span>{says}</span>
      {/* Said when the verdict changes, rather than at every key. */}
      <span className="sr-only" aria-live="polite">
        {strength?.says}
      </span>
    </span>
  )
}

function sayLength(length: number, problem: string | undefined): string {
  if (length === 0) return `At least ${FEWEST} characters. Four random words do well.`
  if (length < FEWEST) return `${length} of ${FEWEST} characters`
  return problem ?? 'Long enough'
}
