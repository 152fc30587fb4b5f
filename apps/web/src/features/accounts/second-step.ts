import type { MfaMethod, MfaRequired } from '@sharemyshows/contract/mfa-required'
import { forget, keep, kept } from './kept'

/** A sign-in that waits for its code. Times are ms since 1970. */
export type SecondStep = {
  /** By the ticket of the sign-in; by the address when the mail was opened in another browser or tab. */
  who: { mfa_ticket: string } | { email: string }
  methods: readonly MfaMethod[]
  method: MfaMethod
  resendAt: number
  /** The mailed code, when the mail's button led here. */
  code?: string
}

/** Remembers that the password was right and a code is asked for. */
export function awaitCode({ mfa_ticket, methods, method, resend_in }: MfaRequired): void {
  const step: SecondStep = { who: { mfa_ticket }, methods, method, resendAt: Date.now() + resend_in * 1000 }
  keep('second-step', JSON.stringify(step))
}

/** Takes over from the button of a mail; any ticket in this tab may be another's, so the address counts. */
export function awaitMailedCode(email: string, code: string): void {
  const step: SecondStep = { who: { email }, methods: ['email'], method: 'email', resendAt: 0, code }
  keep('second-step', JSON.stringify(step))
}

/** The sign-in that waits in this tab, if any. */
export function waitingStep(): SecondStep | undefined {
  const text = kept('second-step')
  return text === undefined ? undefined : (JSON.parse(text) as SecondStep)
}

export const forgetStep = (): void => forget('second-step')
