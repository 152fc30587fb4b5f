import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Id, Timestamp } from './fields.ts'
import { Paging, pageOf } from './paging.ts'

/** What the audit trail tells of: a closed list, so that it can be filtered and read in every language. */
export const AuditAct = z
  .enum([
    'founded',
    'sign_ins_refused',
    'mfa_enabled',
    'mfa_disabled',
    'mfa_reset',
    'recovery_codes_made',
    'recovery_code_used',
    'password_changed',
    'password_reset',
    'email_changed',
    'session_ended',
    'sessions_ended',
    'role_changed',
    'suspended',
    'reinstated',
    'settings_changed',
    'mood_rule_changed',
    'invitation_made',
    'invitation_revoked',
    'invitation_used',
    'organizer_requested',
    'organizer_granted',
    'organizer_declined',
    'export_made',
    'case_decided',
    'account_deleting',
    'account_kept',
    'account_deleted',
  ])
  .meta({ id: 'AuditAct', example: 'role_changed' })
export type AuditAct = z.infer<typeof AuditAct>

/** Small facts of an act; never a secret, an address or a code. */
export const AuditDetails = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
export type AuditDetails = z.infer<typeof AuditDetails>

/** Somebody in the trail: a deleted person has no id, and a pseudonym for a name. */
const AuditPerson = z.object({ id: Id.nullable(), name: z.string() })

/** One line of the trail; `actor` is null for what the server itself did or somebody unknown. */
export const AuditEvent = z
  .object({
    id: Id,
    act: AuditAct,
    actor: AuditPerson.nullable(),
    subject: AuditPerson.nullable(),
    details: AuditDetails,
    created_at: Timestamp,
    updated_at: Timestamp,
  })
  .meta({
    id: 'AuditEvent',
    example: {
      id: Id.meta()?.example,
      act: 'role_changed',
      actor: { id: Id.meta()?.example, name: 'ana' },
      subject: { id: null, name: 'deleted-7f3a91' },
      details: { before: 'attendee', after: 'organizer' },
      created_at: '2024-12-01T19:00:00.000Z',
      updated_at: '2024-12-01T19:00:00.000Z',
    },
  })
export type AuditEvent = z.infer<typeof AuditEvent>

export const AuditQuery = Paging.pick({ limit: true, cursor: true }).extend({
  act: AuditAct.optional(),
  person_id: Id.optional(),
})
export type AuditQuery = z.infer<typeof AuditQuery>

export const listAudit = endpoint({
  id: 'listAudit',
  method: 'GET',
  path: '/admin/audit',
  tag: 'Administration',
  summary: 'What happened to accounts and settings, newest first',
  description: '`person_id` finds what this person did and what was done to them.',
  security: 'required',
  role: 'admin',
  query: AuditQuery,
  answers: { 200: pageOf(AuditEvent).meta({ id: 'AuditPage' }) },
  problems: [],
})
