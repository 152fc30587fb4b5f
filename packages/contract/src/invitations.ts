import { z } from 'zod'
import { Email, JoiningRole, Person } from './accounts.ts'
import { endpoint } from './endpoint.ts'
import { Id, Timestamp } from './fields.ts'
import { Paging, pageOf } from './paging.ts'

const tag = 'Administration'

/** `attendee` and 14 days unless said otherwise; with `email` only that address may use it, and gets it by mail. */
export const InvitationRequest = z
  .strictObject({
    email: Email.optional(),
    role: JoiningRole.default('attendee'),
    days: z.int().min(1).max(90).default(14),
  })
  .meta({ id: 'InvitationRequest', example: { email: 'bo@example.org', role: 'attendee', days: 14 } })
export type InvitationRequest = z.output<typeof InvitationRequest>

export const Invitation = z
  .object({
    id: Id,
    email: z.string().nullable(),
    role: JoiningRole,
    state: z.enum(['open', 'used', 'expired']),
    created_by: Person.nullable(),
    used_by: Person.nullable(),
    used_at: Timestamp.nullable(),
    expires_at: Timestamp,
    created_at: Timestamp,
    updated_at: Timestamp,
  })
  .meta({
    id: 'Invitation',
    example: {
      id: Id.meta()?.example,
      email: 'bo@example.org',
      role: 'attendee',
      state: 'open',
      created_by: Person.meta()?.example,
      used_by: null,
      used_at: null,
      expires_at: '2024-12-15T19:00:00.000Z',
      created_at: '2024-12-01T19:00:00.000Z',
      updated_at: '2024-12-01T19:00:00.000Z',
    },
  })
export type Invitation = z.infer<typeof Invitation>

/** The one time the link can be seen: only a hash of it is kept. */
export const NewInvitation = Invitation.extend({ url: z.string() }).meta({
  id: 'NewInvitation',
  example: {
    ...(Invitation.meta()?.example as object),
    url: 'https://shows.example.org/register?invitation=sms_in_…',
  },
})
export type NewInvitation = z.infer<typeof NewInvitation>

export const invite = endpoint({
  id: 'invite',
  method: 'POST',
  path: '/admin/invitations',
  tag,
  summary: 'Make a link that lets one person register',
  security: 'required',
  role: 'admin',
  limit: 'auth',
  body: InvitationRequest,
  answers: { 201: NewInvitation },
  problems: [],
})

export const listInvitations = endpoint({
  id: 'listInvitations',
  method: 'GET',
  path: '/admin/invitations',
  tag,
  summary: 'Invitations, newest first; those used or expired are forgotten after 30 days',
  security: 'required',
  role: 'admin',
  query: Paging.pick({ limit: true, cursor: true }),
  answers: { 200: pageOf(Invitation).meta({ id: 'InvitationPage' }) },
  problems: [],
})

export const revokeInvitation = endpoint({
  id: 'revokeInvitation',
  method: 'DELETE',
  path: '/admin/invitations/{invitation_id}',
  tag,
  summary: 'Take an invitation back; the link ends at once',
  security: 'required',
  role: 'admin',
  params: z.object({ invitation_id: Id }),
  answers: { 204: null },
  problems: ['invitation_used'],
})

/** What whoever holds the link may know: the address it is for, if it is for one only. */
export const InvitationOffer = z
  .object({ email: z.string().nullable(), role: JoiningRole, expires_at: Timestamp })
  .meta({
    id: 'InvitationOffer',
    example: { email: 'bo@example.org', role: 'attendee', expires_at: '2024-12-15T19:00:00.000Z' },
  })
export type InvitationOffer = z.infer<typeof InvitationOffer>

export const readInvitation = endpoint({
  id: 'readInvitation',
  method: 'POST',
  path: '/auth/invitation',
  tag: 'Accounts',
  summary: 'What an invitation offers, before registering with it',
  security: 'none',
  limit: 'auth',
  body: z
    .strictObject({ token: z.string().min(1).max(200) })
    .meta({ id: 'InvitationToken', example: { token: 'sms_in_…' } }),
  answers: { 200: InvitationOffer },
  problems: ['invitation_invalid', 'invitation_expired', 'invitation_used'],
})
