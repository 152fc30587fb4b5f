import { z } from 'zod'
import { Person } from './accounts.ts'
import { endpoint } from './endpoint.ts'
import { Id, Timestamp } from './fields.ts'

const tag = 'Events'

/** What somebody may do as staff: the owner everything, editors all but handing over and deleting. */
export const StaffRole = z.enum(['owner', 'editor']).meta({ id: 'StaffRole' })
export type StaffRole = z.infer<typeof StaffRole>

/** Somebody who looks after an event. */
export const Staff = z
  .object({ user: Person, role: StaffRole, created_at: Timestamp, updated_at: Timestamp })
  .meta({
    id: 'Staff',
    example: {
      user: Person.meta()?.example,
      role: 'editor',
      created_at: '2024-12-01T19:00:00.000Z',
      updated_at: '2024-12-01T19:00:00.000Z',
    },
  })
export type Staff = z.infer<typeof Staff>

/** Most people who look after one event. */
export const MOST_STAFF = 50
const member = z.object({ id: Id, user_id: Id })

export const listStaff = endpoint({
  id: 'listStaff',
  method: 'GET',
  path: '/events/{id}/staff',
  tag,
  summary: 'Who looks after an event, the owner first; for its staff',
  security: 'required',
  params: z.object({ id: Id }),
  answers: { 200: z.object({ items: z.array(Staff) }).meta({ id: 'StaffList' }) },
  problems: ['not_found', 'staff_only'],
})

export const setStaff = endpoint({
  id: 'setStaff',
  method: 'PUT',
  path: '/events/{id}/staff/{user_id}',
  tag,
  summary: 'Have somebody look after an event, or hand it over to her',
  description:
    'For the owner. `owner` hands it over: the person must be an organiser, and the former owner stays as an editor. She is told.',
  security: 'required',
  params: member,
  body: z.strictObject({ role: StaffRole }).meta({ id: 'StaffChange', example: { role: 'editor' } }),
  answers: { 200: Staff },
  problems: ['not_found', 'staff_only', 'not_an_organizer', 'too_many_staff', 'owner_stays'],
})

export const removeStaff = endpoint({
  id: 'removeStaff',
  method: 'DELETE',
  path: '/events/{id}/staff/{user_id}',
  tag,
  summary: 'Have somebody no longer look after an event',
  description: 'For the owner, and for editors themselves. The owner hands it over instead.',
  security: 'required',
  params: member,
  answers: { 204: null },
  problems: ['not_found', 'staff_only', 'owner_stays'],
})
