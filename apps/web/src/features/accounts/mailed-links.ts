import { redirect } from '@tanstack/react-router'
import { keep } from './kept'
import { awaitMailedCode } from './second-step'

/** What the address of `/verify-mfa` may carry: the way back, and what the button of a mail knows. */
export type CodeAddress = { next?: string; email?: string; code?: string; purpose?: 'enable' }

export function readCodeAddress({ next, email, code, purpose }: Record<string, unknown>): CodeAddress {
  return {
    ...(typeof next === 'string' && { next }),
    ...(typeof email === 'string' && { email }),
    // The router reads digits as a number, unless they begin with a nought.
    ...((typeof code === 'string' || typeof code === 'number') && { code: String(code) }),
    ...(purpose === 'enable' && { purpose }),
  }
}

/** Takes the code of a mail out of the address bar; nothing is verified until the person says so. */
export function takeMailedCode({ next, email, code, purpose }: CodeAddress): void {
  if (code === undefined) return
  if (purpose === 'enable') {
    keep('setup-code', code)
    throw redirect({ to: '/settings/security', replace: true })
  }
  if (email === undefined) return
  awaitMailedCode(email, code)
  throw redirect({ to: '/verify-mfa', search: next === undefined ? {} : { next }, replace: true })
}

/** What the address of a page for a mailed link carries. */
export const readTokenAddress = ({ token }: Record<string, unknown>): { token?: string } =>
  typeof token === 'string' ? { token } : {}

/** Takes the token of a mailed link out of the address bar. */
export function takeToken(
  what: 'reset-token' | 'verify-token',
  to: '/reset-password' | '/verify-email',
  token?: string,
): void {
  if (token === undefined) return
  keep(what, token)
  throw redirect({ to, search: {}, replace: true })
}

/** What the address of `/register` may carry: the way back and the token of an invitation. */
export type InvitationAddress = { next?: string; invitation?: string }

export const readInvitationAddress = ({ next, invitation }: Record<string, unknown>): InvitationAddress => ({
  ...(typeof next === 'string' && { next }),
  ...(typeof invitation === 'string' && { invitation }),
})

/** Takes the token of an invitation out of the address bar. */
export function takeInvitation({ next, invitation }: InvitationAddress): void {
  if (invitation === undefined) return
  keep('invitation', invitation)
  throw redirect({ to: '/register', search: next === undefined ? {} : { next }, replace: true })
}
