/** What the sign-in may say first; a closed list, so that a link cannot put words into our mouth. */
const NOTICES = {
  'mfa-enabled': 'MFA enabled! Log in again with MFA',
  'password-reset': 'Your new password is set. Log in with it.',
  'session-ended': 'This device was signed out. Log in to go on where you were.',
  'account-leaving': 'Nobody sees your account any more. Log in to keep it, while there is time.',
} as const

export type Notice = keyof typeof NOTICES

const isNotice = (value: unknown): value is Notice =>
  typeof value === 'string' && Object.hasOwn(NOTICES, value)

export const sayNotice = (notice: Notice): string => NOTICES[notice]

/** What the address of `/login` may carry: the way back, and what is said first. */
export const readLoginAddress = ({
  next,
  notice,
}: Record<string, unknown>): { next?: string; notice?: Notice } => ({
  ...(typeof next === 'string' && { next }),
  ...(isNotice(notice) && { notice }),
})
