import { z } from 'zod'
import { Person } from './accounts.ts'
import { endpoint } from './endpoint.ts'
import { Id, prose, Timestamp } from './fields.ts'
import { Paging, pageOf } from './paging.ts'

const tag = 'Moderation'

/** What can be reported. */
export const ReportTarget = z
  .enum(['show', 'photo', 'audio', 'video', 'comment', 'message', 'person'])
  .meta({ id: 'ReportTarget' })
export type ReportTarget = z.infer<typeof ReportTarget>

export const ReportReason = z
  .enum(['spam', 'harassment', 'hate', 'violence', 'sexual', 'privacy', 'copyright', 'wrong', 'other'])
  .meta({ id: 'ReportReason' })
export type ReportReason = z.infer<typeof ReportReason>

/** My report of something. It is told to moderators alone, and who sent it to nobody else. */
export const Report = z
  .object({
    id: Id,
    target: ReportTarget,
    target_id: Id,
    reason: ReportReason,
    note: z.string(),
    state: z.enum(['open', 'decided']),
    created_at: Timestamp,
    updated_at: Timestamp,
  })
  .meta({
    id: 'Report',
    example: {
      id: Id.meta()?.example,
      target: 'comment',
      target_id: Id.meta()?.example,
      reason: 'spam',
      note: 'The same link under every show.',
      state: 'open',
      created_at: '2024-12-01T19:00:00.000Z',
      updated_at: '2024-12-01T19:00:00.000Z',
    },
  })
export type Report = z.infer<typeof Report>

export const reportThing = endpoint({
  id: 'reportThing',
  method: 'POST',
  path: '/reports',
  tag,
  summary: 'Report something that the viewer sees to the moderators',
  description: 'Reporting the same again while it is open changes the report there is.',
  security: 'required',
  limit: 'invite',
  body: z
    .strictObject({
      target: ReportTarget,
      target_id: Id,
      reason: ReportReason,
      note: prose(1000).default(''),
    })
    .meta({
      id: 'ReportCreate',
      example: { target: 'person', target_id: Id.meta()?.example, reason: 'spam' },
    }),
  answers: { 201: Report, 200: Report },
  problems: ['not_found', 'own_person'],
})

/** What moderators can do with what was reported: nothing, warn its person, take it away, or suspend her besides. */
export const ModerationAction = z
  .enum(['dismiss', 'warn', 'remove', 'suspend'])
  .meta({ id: 'ModerationAction' })
export type ModerationAction = z.infer<typeof ModerationAction>

/** All reports of one thing, with what it says (at most 500 characters) as it was when it was first reported. */
export const ModerationCase = z
  .object({
    id: Id,
    target: ReportTarget,
    target_id: Id,
    excerpt: z.string(),
    /** A picture of what was reported, for moderators, or null. */
    thumbnail: z.string().nullable(),
    show_id: Id.nullable(),
    /** Whose it is; null when the account is gone, or nobody's alone. */
    person: z.object({ ...Person.shape, suspended: z.boolean() }).nullable(),
    /** Is it still there? */
    exists: z.boolean(),
    reports: z.array(
      z.object({
        reporter: z.object(Person.shape).nullable(),
        reason: ReportReason,
        note: z.string(),
        created_at: Timestamp,
      }),
    ),
    state: z.enum(['open', 'decided']),
    action: ModerationAction.nullable(),
    decision: z.string().nullable(),
    decided_by: z.object(Person.shape).nullable(),
    decided_at: Timestamp.nullable(),
    created_at: Timestamp,
    updated_at: Timestamp,
  })
  .meta({ id: 'ModerationCase' })
export type ModerationCase = z.infer<typeof ModerationCase>

export const listCases = endpoint({
  id: 'listCases',
  method: 'GET',
  path: '/moderation/cases',
  tag,
  summary: 'What was reported: open ones oldest first, decided ones latest first',
  security: 'required',
  role: 'moderator',
  query: Paging.pick({ limit: true, cursor: true }).extend({
    state: z.enum(['open', 'decided']).default('open'),
    target: ReportTarget.optional(),
  }),
  answers: {
    200: pageOf(ModerationCase)
      .extend({ open: z.int() })
      .meta({ id: 'ModerationCasePage', example: { items: [], next_cursor: null, open: 0 } }),
  },
  problems: [],
})

const params = z.object({ case_id: Id })

export const readCase = endpoint({
  id: 'readCase',
  method: 'GET',
  path: '/moderation/cases/{case_id}',
  tag,
  summary: 'One case',
  security: 'required',
  role: 'moderator',
  params,
  answers: { 200: ModerationCase },
  problems: ['not_found'],
})

export const readCasePicture = endpoint({
  id: 'readCasePicture',
  method: 'GET',
  path: '/moderation/cases/{case_id}/picture',
  tag,
  summary: 'A small picture of the photo or video of a case, whoever may see that otherwise',
  security: 'required',
  role: 'moderator',
  params,
  answers: { 200: null },
  produces: ['image/webp'],
  problems: ['not_found'],
})

export const decideCase = endpoint({
  id: 'decideCase',
  method: 'POST',
  path: '/moderation/cases/{case_id}/decision',
  tag,
  summary: 'Decide a case, with a reason',
  description:
    'The person whose it is learns the reason unless it is dismissed; those who reported learn that it was decided. Moderators cannot suspend moderators and admins, and nobody decides what is about themselves. What is nobody’s alone, such as a show without an organiser, can only be dismissed. Every decision is in the audit trail.',
  security: 'required',
  role: 'moderator',
  params,
  body: z
    .strictObject({ action: ModerationAction, reason: prose(1000).pipe(z.string().min(1, 'Required')) })
    .meta({
      id: 'ModerationDecision',
      example: { action: 'remove', reason: 'Advertising under every show.' },
    }),
  answers: { 200: ModerationCase },
  problems: ['not_found', 'case_decided', 'forbidden', 'last_admin'],
})
