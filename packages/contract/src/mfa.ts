import { z } from 'zod'
import { SignedIn } from './accounts.ts'
import { endpoint } from './endpoint.ts'
import { Timestamp } from './fields.ts'
import { MfaMethod } from './mfa-required.ts'
import { CurrentPassword } from './passwords.ts'

const tag = 'Two-step sign-in'

/** A second step that can be switched on. */
export const MfaKind = MfaMethod.extract(['email', 'totp']).meta({ id: 'MfaKind', example: 'totp' })
export type MfaKind = z.infer<typeof MfaKind>

/** Six digits, or a recovery code; blanks and dashes do not count. */
const Code = z.string().trim().min(1, 'Required').max(64, 'At most 64 characters').meta({ example: '482913' })

/** Who is half signed in: the ticket of the sign-in, or the address, which means the newest sign-in of that account. */
const waiting = {
  mfa_ticket: z.string().min(1).max(200).optional(),
  email: z.string().trim().min(1).max(254).optional(),
}
type Waiting = { mfa_ticket?: string | undefined; email?: string | undefined }
const namesOne = (body: Waiting) => (body.mfa_ticket === undefined) !== (body.email === undefined)
const nameOne = { message: 'Send one of mfa_ticket or email', path: ['mfa_ticket'] }

const RecoveryCodes = z.array(z.string()).meta({ example: ['k7qm-x2vd-94hs', '…'] })

/** Seconds that the code is good for, and until another may be asked for. */
const CodeSent = z
  .object({ expires_in: z.int(), resend_in: z.int() })
  .meta({ id: 'CodeSent', example: { expires_in: 600, resend_in: 60 } })
export type CodeSent = z.infer<typeof CodeSent>

/** What is on, since when, and what was begun and waits for its first code (`pending`). */
const MfaState = z
  .object({
    enabled: z.boolean(),
    methods: z.array(z.object({ method: MfaKind, since: Timestamp })),
    preferred: MfaKind.nullable(),
    recovery_codes_left: z.int(),
    pending: MfaKind.nullable(),
  })
  .meta({
    id: 'MfaState',
    example: {
      enabled: true,
      methods: [{ method: 'totp', since: '2024-12-01T19:00:00.000Z' }],
      preferred: 'totp',
      recovery_codes_left: 10,
      pending: null,
    },
  })
export type MfaState = z.infer<typeof MfaState>

/**
 * `code_sent`: a code is on its way by mail; `scan`: show `totp.uri` as a QR code, or `totp.secret` (Base32) to be typed;
 * `disabled`: it is off. `enabled` says what holds now, so it changes only with the first code; `method` is the one that
 * was begun.
 */
const MfaChanged = z
  .object({
    enabled: z.boolean(),
    method: MfaKind.nullable(),
    state: z.enum(['code_sent', 'scan', 'disabled']),
    expires_in: z.int().optional(),
    resend_in: z.int().optional(),
    totp: z.object({ secret: z.string(), uri: z.string() }).optional(),
  })
  .meta({
    id: 'MfaChanged',
    example: { enabled: false, method: 'email', state: 'code_sent', expires_in: 600, resend_in: 60 },
  })
export type MfaChanged = z.infer<typeof MfaChanged>

export const verifyMfa = endpoint({
  id: 'verifyMfa',
  method: 'POST',
  path: '/auth/verify-mfa',
  tag,
  summary: 'Sign in with the second step',
  description:
    'Five wrong codes an account, whatever sign-in they belong to, and no code is taken for a quarter of an hour; those sent by `email`, and recovery codes, are counted apart. The first success of a mailed code confirms the address. Without `method`, six digits are taken for whatever they fit, and anything longer for a recovery code.',
  security: 'none',
  limit: 'auth',
  body: z
    .strictObject({ ...waiting, code: Code, method: MfaMethod.optional() })
    .refine(namesOne, nameOne)
    .meta({ id: 'MfaAnswer', example: { mfa_ticket: 'sms_mt_…', code: '482913' } }),
  answers: { 200: SignedIn },
  problems: ['code_invalid', 'code_expired', 'code_used_up', 'mfa_ticket_refused', 'account_suspended'],
})

export const resendMfaCode = endpoint({
  id: 'resendMfaCode',
  method: 'POST',
  path: '/auth/mfa/resend',
  tag,
  summary: 'Mail another code for a sign-in',
  description:
    'The code before it is worthless then. By `email` the answer is the same whether or not there is such an account.',
  security: 'none',
  limit: 'auth',
  body: z
    .strictObject({ ...waiting, method: MfaMethod.extract(['email']).optional() })
    .refine(namesOne, nameOne)
    .meta({ id: 'MfaResend', example: { mfa_ticket: 'sms_mt_…' } }),
  answers: { 200: CodeSent },
  problems: ['resend_too_early', 'mfa_ticket_refused', 'mfa_not_on'],
})

export const readMfa = endpoint({
  id: 'readMfa',
  method: 'GET',
  path: '/auth/mfa',
  tag,
  summary: 'My second steps',
  security: 'required',
  answers: { 200: MfaState },
  problems: [],
})

export const changeMfa = endpoint({
  id: 'changeMfa',
  method: 'POST',
  path: '/auth/profile/mfa',
  tag,
  summary: 'Begin to switch a second step on, or switch it off',
  description:
    'Off without a `method` means all of them. Codes that were on their way are worthless then; the session stays.',
  security: 'required',
  limit: 'auth',
  body: z
    .strictObject({
      enable: z.boolean(),
      method: z.enum(['email', 'totp', 'sms']).optional(),
      password: CurrentPassword,
    })
    .meta({ id: 'MfaChange', example: { enable: true, method: 'totp', password: 'four small tickets' } }),
  answers: { 200: MfaChanged },
  problems: ['password_wrong', 'mfa_already_on', 'provider_not_configured'],
})

export const confirmMfa = endpoint({
  id: 'confirmMfa',
  method: 'POST',
  path: '/auth/profile/mfa/verify',
  tag,
  summary: 'Switch a second step on with its first code',
  description: 'All sessions end, this one too. The recovery codes are shown this once.',
  security: 'required',
  limit: 'auth',
  body: z.strictObject({ code: Code }).meta({ id: 'MfaConfirmation', example: { code: '482913' } }),
  answers: {
    200: z
      .object({ logout_required: z.literal(true), message: z.string(), recovery_codes: RecoveryCodes })
      .meta({
        id: 'MfaConfirmed',
        example: {
          logout_required: true,
          message: 'MFA enabled! Log in again with MFA',
          recovery_codes: ['k7qm-x2vd-94hs', '…'],
        },
      }),
  },
  problems: ['code_invalid', 'code_expired', 'code_used_up', 'mfa_not_pending'],
})

export const resendMfaSetupCode = endpoint({
  id: 'resendMfaSetupCode',
  method: 'POST',
  path: '/auth/profile/mfa/resend',
  tag,
  summary: 'Mail another code for switching it on',
  security: 'required',
  limit: 'auth',
  bodyOptional: true,
  body: z.strictObject({}),
  answers: { 200: CodeSent },
  problems: ['resend_too_early', 'mfa_not_pending'],
})

export const makeRecoveryCodes = endpoint({
  id: 'makeRecoveryCodes',
  method: 'POST',
  path: '/auth/mfa/recovery-codes',
  tag,
  summary: 'Make ten new recovery codes; the old ones end',
  security: 'required',
  limit: 'auth',
  body: z
    .strictObject({ password: CurrentPassword })
    .meta({ id: 'RecoveryCodesRequest', example: { password: 'four small tickets' } }),
  answers: {
    200: z
      .object({ recovery_codes: RecoveryCodes })
      .meta({ id: 'RecoveryCodes', example: { recovery_codes: ['k7qm-x2vd-94hs', '…'] } }),
  },
  problems: ['password_wrong', 'mfa_not_on'],
})
