import { z } from 'zod'

/** How a second step can be proved when signing in. */
export const MfaMethod = z
  .enum(['email', 'totp', 'recovery'])
  .meta({ id: 'MfaMethod', example: 'email', description: 'A mailed code, an app, or a recovery code.' })
export type MfaMethod = z.infer<typeof MfaMethod>

/**
 * The password was right and a code is asked for. The ticket lives `expires_in` seconds and opens nothing by itself; a
 * new code can be asked for after `resend_in` seconds.
 */
export const MfaRequired = z
  .object({
    mfa_required: z.literal(true),
    mfa_ticket: z.string(),
    methods: z.array(MfaMethod),
    method: MfaMethod,
    expires_in: z.int(),
    resend_in: z.int(),
  })
  .meta({
    id: 'MfaRequired',
    example: {
      mfa_required: true,
      mfa_ticket: 'sms_mt_…',
      methods: ['email', 'recovery'],
      method: 'email',
      expires_in: 600,
      resend_in: 60,
    },
  })
export type MfaRequired = z.infer<typeof MfaRequired>
