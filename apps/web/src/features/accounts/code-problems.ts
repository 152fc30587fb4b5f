import type { MfaMethod } from '@sharemyshows/contract/mfa-required'
import { ApiProblem, sayProblem } from '@/lib/problem'

const WRONG: Record<MfaMethod, string> = {
  email: 'That is not the code. The newest mail has the one that counts.',
  totp: 'That is not the code your app shows now. Wait for the next one, and check the clock of the phone.',
  recovery: 'That is none of your recovery codes. Look again, or take another one.',
}

const EXPIRED = 'This code has expired. Ask for another one below.'

const USED: Record<MfaMethod, string> = {
  email: 'This code was used already. Ask for another one below.',
  totp: 'This code was used already. Type the next one that your app shows.',
  recovery: 'This recovery code was used already. Take another one.',
}

/** Why a code was refused and what to do about it. */
export function sayCodeProblem(error: unknown, method: MfaMethod): string {
  if (!(error instanceof ApiProblem)) return sayProblem(error)
  if (error.code === 'code_invalid') return WRONG[method]
  if (error.code === 'code_expired') return EXPIRED
  if (error.code === 'code_used_up') return error.retryAfter ? sayUsedUp(error.retryAfter) : USED[method]
  return sayProblem(error)
}

function sayUsedUp(seconds: number): string {
  const minutes = Math.ceil(seconds / 60)
  return `Too many wrong codes. For your safety none is taken for ${minutes === 1 ? 'a minute' : `${minutes} minutes`}; then use a new one.`
}
