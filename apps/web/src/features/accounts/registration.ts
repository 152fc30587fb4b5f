import type { ApiProblem } from '@/lib/problem'
import type { Registration } from './entrance-api'

export type RegistrationFields = {
  username: string
  email: string
  password: string
  role: 'attendee' | 'organizer'
  enable_mfa: boolean
  /** The token of an invitation, or the whole link that carries it. */
  invitation: string
}

/** What is sent of the form. */
export function toRegistration({
  invitation,
  role,
  enable_mfa,
  ...fields
}: RegistrationFields): Registration {
  const token = tokenOf(invitation)
  return {
    ...fields,
    ...(role === 'organizer' && { role }),
    ...(enable_mfa && { enable_mfa }),
    ...(token && { invitation: token }),
  }
}

function tokenOf(pasted: string): string {
  const text = pasted.trim()
  return (URL.canParse(text) && new URL(text).searchParams.get('invitation')) || text
}

const OF_INVITATION = new Set<string>([
  'invitation_required',
  'invitation_invalid',
  'invitation_expired',
  'invitation_used',
])

/** Where a refusal belongs that the server does not pin to a field. */
export function placeOfRegistration({ code, message, fields }: ApiProblem) {
  if (OF_INVITATION.has(code)) return [{ field: 'invitation', message }]
  if (code === 'invitation_for_another') return [{ field: 'email', message }]
  if (code === 'password_too_common' && fields.length === 0) return [{ field: 'password', message }]
  if (code !== 'identity_taken') return undefined
  // The server does not say which of the two it is, so that nobody can ask who is here.
  return [
    { field: 'username', message: 'This name or this e-mail is already in use.' },
    { field: 'email', message: 'If it is yours, log in instead.' },
  ]
}
