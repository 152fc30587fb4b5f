import { z } from 'zod'
import { Person } from './accounts.ts'
import { endpoint } from './endpoint.ts'
import { Id, prose, Timestamp } from './fields.ts'
import { Paging, pageOf } from './paging.ts'

/** Somebody asks to be an organiser. `message` is theirs, up to 1,000 characters. */
export const OrganizerRequest = z
  .object({
    id: Id,
    state: z.enum(['pending', 'granted', 'declined']),
    message: z.string().nullable(),
    decided_at: Timestamp.nullable(),
    created_at: Timestamp,
    updated_at: Timestamp,
  })
  .meta({
    id: 'OrganizerRequest',
    example: {
      id: Id.meta()?.example,
      state: 'pending',
      message: 'I book the bands at De Helling.',
      decided_at: null,
      created_at: '2024-12-01T19:00:00.000Z',
      updated_at: '2024-12-01T19:00:00.000Z',
    },
  })
export type OrganizerRequest = z.infer<typeof OrganizerRequest>

export const askToOrganize = endpoint({
  id: 'askToOrganize',
  method: 'POST',
  path: '/users/me/organizer-request',
  tag: 'Accounts',
  summary: 'Ask to be an organiser',
  description:
    'Where people choose that themselves (`organizers: chosen` in `GET /instance`) it is granted at once; else an admin decides and a mail says what was decided.',
  security: 'required',
  limit: 'auth',
  body: z
    .strictObject({ message: prose(1000).optional() })
    .meta({ id: 'OrganizerRequestDraft', example: { message: 'I book the bands at De Helling.' } }),
  bodyOptional: true,
  answers: { 201: OrganizerRequest },
  problems: ['already_organizer', 'request_pending'],
})

export const readOwnOrganizerRequest = endpoint({
  id: 'readOwnOrganizerRequest',
  method: 'GET',
  path: '/users/me/organizer-request',
  tag: 'Accounts',
  summary: 'My latest request to be an organiser, if any',
  security: 'required',
  answers: {
    200: z
      .object({ request: OrganizerRequest.nullable() })
      .meta({ id: 'OwnOrganizerRequest', example: { request: null } }),
  },
  problems: [],
})

export const withdrawOrganizerRequest = endpoint({
  id: 'withdrawOrganizerRequest',
  method: 'DELETE',
  path: '/users/me/organizer-request',
  tag: 'Accounts',
  summary: 'Take my open request back',
  security: 'required',
  answers: { 204: null },
  problems: ['not_found'],
})

/** A request as admins see it. */
export const OrganizerApplication = OrganizerRequest.extend({ person: Person }).meta({
  id: 'OrganizerApplication',
  example: { ...(OrganizerRequest.meta()?.example as object), person: Person.meta()?.example },
})
export type OrganizerApplication = z.infer<typeof OrganizerApplication>

export const ApplicationQuery = Paging.pick({ limit: true, cursor: true }).extend({
  state: z.enum(['pending', 'decided']).default('pending'),
})
export type ApplicationQuery = z.infer<typeof ApplicationQuery>

export const listApplications = endpoint({
  id: 'listApplications',
  method: 'GET',
  path: '/admin/organizer-requests',
  tag: 'Administration',
  summary: 'Who asks to be an organiser, newest first',
  security: 'required',
  role: 'admin',
  query: ApplicationQuery,
  answers: { 200: pageOf(OrganizerApplication).meta({ id: 'OrganizerApplicationPage' }) },
  problems: [],
})

export const decideApplication = endpoint({
  id: 'decideApplication',
  method: 'POST',
  path: '/admin/organizer-requests/{organizer_request_id}/decision',
  tag: 'Administration',
  summary: 'Make somebody an organiser, or decline; a mail says so',
  security: 'required',
  role: 'admin',
  params: z.object({ organizer_request_id: Id }),
  body: z
    .strictObject({ granted: z.boolean() })
    .meta({ id: 'OrganizerDecision', example: { granted: true } }),
  answers: { 200: OrganizerApplication },
  problems: ['request_decided'],
})
