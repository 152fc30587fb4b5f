import type { MfaMethod } from '@sharemyshows/contract/mfa-required'
import { ApiProblem, sayProblem } from '@/lib/problem'

const WRONG: Record<MfaMethod, string> = {
  email: 'That is not the code. The newest mail has the one that counts.',
  totp: 'That is not the code your app shows now. Wait for the next one, and check the clock of the phone.',
  recovery: 'That is none of your recovery codes, or it was used already.',
}

const EXPIRED: Record<MfaMethod, string> = {
  email: 'This code has expired. Ask for another one below.',
  totp: 'This code has passed. Type the one your app shows now.',
  recovery: 'This recovery code is no longer good. Take another one.',
}

/** Why a code was refused and what to do about it. */
export function sayCodeProblem(error: unknown, method: MfaMethod): string {
  if (!(error instanceof ApiProblem)) return sayProblem(error)
  if (error.code === 'code_invalid') return WRONG[method]
  if (error.code === 'code_expired') return EXPIRED[method]
  // Without a time to wait it is this code that was used before, which the server says itself.
  if (error.code === 'code_used_up' && error.retryAfter)
    return 'Too many wrong codes. For your safety none is taken for a quarter of an hour; then ask for a new one.'
  return sayProblem(error)
}
