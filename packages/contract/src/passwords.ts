import { z } from 'zod'
import { Email, Me, Password } from './accounts.ts'
import { endpoint } from './endpoint.ts'

const tag = 'Accounts'

/** The token of a mailed link. It works once. */
export const LinkToken = z.string().min(1).max(200).meta({ example: 'sms_ml_…' })

/** The password again, for acts that a stolen session must not be enough for. */
export const CurrentPassword = z.string().min(1).max(1024).meta({ example: 'four small tickets' })

/** A sentence for people. */
export const Said = z
  .object({ message: z.string() })
  .meta({ id: 'Said', example: { message: 'If somebody uses this address here, a link is on its way.' } })
export type Said = z.infer<typeof Said>

/** Seconds until the same can be asked for again. */
export const Resent = z
  .object({ resend_in: z.int().min(0) })
  .meta({ id: 'Resent', example: { resend_in: 60 } })
export type Resent = z.infer<typeof Resent>

const Forgotten = z.strictObject({ email: Email })

const NewPassword = z.strictObject({ token: LinkToken, new_password: Password })

/** Strictly one of two: ask for a link by `email`, or set the password by `token`. */
export const PasswordReset = z.union([NewPassword, Forgotten]).meta({
  id: 'PasswordReset',
  example: { token: 'sms_ml_…', new_password: 'five small tickets' },
})

export const forgotPassword = endpoint({
  id: 'forgotPassword',
  method: 'POST',
  path: '/auth/forgot-password',
  tag,
  summary: 'Ask for a link that sets a new password',
  description:
    'The answer is the same whether or not somebody uses the address. The link works once, within 30 minutes, and not after the password was changed in any other way.',
  security: 'none',
  limit: 'auth',
  body: Forgotten.meta({ id: 'ForgottenPassword', example: { email: 'ana@example.org' } }),
  answers: { 200: Said },
  problems: [],
})

export const resetPassword = endpoint({
  id: 'resetPassword',
  method: 'POST',
  path: '/auth/reset-password',
  tag,
  summary: 'Set a new password by a mailed link, or ask for the link',
  description:
    'With `email` it does what forgot-password does. With `token` and `new_password` it sets the password and ends all sessions; it signs nobody in, and two-step sign-in stays on.',
  security: 'none',
  limit: 'auth',
  body: PasswordReset,
  answers: { 200: Said },
  problems: ['link_invalid', 'link_expired', 'link_used', 'password_too_common'],
})

export const verifyEmail = endpoint({
  id: 'verifyEmail',
  method: 'POST',
  path: '/auth/verify-email',
  tag,
  summary: 'Confirm an e-mail address by a mailed link',
  description:
    'Confirms the address of a new account, or makes the pending address the address. Following the link in the mail changes nothing by itself.',
  security: 'none',
  limit: 'auth',
  body: z
    .strictObject({ token: LinkToken })
    .meta({ id: 'EmailVerification', example: { token: 'sms_ml_…' } }),
  answers: {
    200: z.object({ email: z.string(), email_verified: z.literal(true) }).meta({
      id: 'EmailVerified',
      example: { email: 'ana@example.org', email_verified: true },
    }),
  },
  problems: ['link_invalid', 'link_expired', 'link_used', 'identity_taken'],
})

export const resendVerification = endpoint({
  id: 'resendVerification',
  method: 'POST',
  path: '/auth/verify-email/resend',
  tag,
  summary: 'Mail the confirming link again',
  description: 'To the pending address where there is one, else to the address that is not confirmed yet.',
  security: 'required',
  limit: 'auth',
  bodyOptional: true,
  body: z.strictObject({}),
  answers: { 200: Resent },
  problems: ['already_verified', 'resend_too_early'],
})

export const changePassword = endpoint({
  id: 'changePassword',
  method: 'PUT',
  path: '/users/me/password',
  tag,
  summary: 'Change my password',
  description:
    'Ends all other sessions unless told not to, and every outstanding reset link. A mail says that it happened.',
  security: 'required',
  limit: 'auth',
  body: z
    .strictObject({
      current_password: CurrentPassword,
      new_password: Password,
      end_other_sessions: z.boolean().default(true),
    })
    .meta({
      id: 'PasswordChange',
      example: { current_password: 'four small tickets', new_password: 'five small tickets' },
    }),
  answers: { 204: null },
  problems: ['password_wrong', 'password_too_common'],
})

export const changeEmail = endpoint({
  id: 'changeEmail',
  method: 'PUT',
  path: '/users/me/email',
  tag,
  summary: 'Change my e-mail address',
  description:
    'The new address gets a link and is `pending_email` until that is followed; the old one is told of it and stays in use meanwhile.',
  security: 'required',
  limit: 'auth',
  body: z
    .strictObject({ email: Email, password: CurrentPassword })
    .meta({ id: 'EmailChange', example: { email: 'ana@example.net', password: 'four small tickets' } }),
  answers: { 200: Me },
  problems: ['password_wrong', 'identity_taken'],
})

export const keepEmail = endpoint({
  id: 'keepEmail',
  method: 'DELETE',
  path: '/users/me/email',
  tag,
  summary: 'Give up the pending change of my e-mail address',
  security: 'required',
  answers: { 204: null },
  problems: [],
})
