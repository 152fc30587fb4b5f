import { z } from 'zod'
import { Person, Role } from './accounts.ts'
import { endpoint } from './endpoint.ts'
import { Id, Timestamp } from './fields.ts'
import { Paging, pageOf } from './paging.ts'

const tag = 'Administration'

/**
 * An account as admins see it: numbers, never what is in it. `storage` is in bytes; `last_seen_at` is known within some
 * minutes, as long as a session lasts.
 */
export const Account = Person.extend({
  email: z.string(),
  email_verified: z.boolean(),
  mfa_enabled: z.boolean(),
  role: Role,
  suspended_at: Timestamp.nullable(),
  leaves_at: Timestamp.nullable(),
  last_seen_at: Timestamp.nullable(),
  counts: z.object({ shows: z.int(), media: z.int(), comments: z.int() }),
  storage: z.int(),
  created_at: Timestamp,
  updated_at: Timestamp,
}).meta({
  id: 'Account',
  example: {
    ...(Person.meta()?.example as object),
    email: 'bo@example.org',
    email_verified: true,
    mfa_enabled: false,
    role: 'attendee',
    suspended_at: null,
    leaves_at: null,
    last_seen_at: '2024-12-02T21:14:00.000Z',
    counts: { shows: 120, media: 412, comments: 31 },
    storage: 1_288_490_188,
    created_at: '2024-12-01T19:00:00.000Z',
    updated_at: '2024-12-01T19:00:00.000Z',
  },
})
export type Account = z.infer<typeof Account>

/** `q` is part of a name, or a whole e-mail address. */
export const AccountQuery = Paging.pick({ limit: true, cursor: true }).extend({
  q: z.string().trim().max(254).optional(),
  role: Role.optional(),
  suspended: z.enum(['true', 'false']).optional(),
})
export type AccountQuery = z.infer<typeof AccountQuery>

export const listAccounts = endpoint({
  id: 'listAccounts',
  method: 'GET',
  path: '/admin/people',
  tag,
  summary: 'Everybody with an account, newest first',
  security: 'required',
  role: 'admin',
  query: AccountQuery,
  answers: { 200: pageOf(Account).meta({ id: 'AccountPage' }) },
  problems: [],
})

const params = z.object({ user_id: Id })
/** The admin's own password. */
const password = z.string().min(1).max(1024)

export const readAccount = endpoint({
  id: 'readAccount',
  method: 'GET',
  path: '/admin/people/{user_id}',
  tag,
  summary: 'One account',
  security: 'required',
  role: 'admin',
  params,
  answers: { 200: Account },
  problems: [],
})

export const changeAccount = endpoint({
  id: 'changeAccount',
  method: 'PATCH',
  path: '/admin/people/{user_id}',
  tag,
  summary: 'Change somebody’s role, suspend or reinstate',
  description:
    'Takes effect at once, on open pages, too. Asks for the admin’s own password. A suspended account keeps everything, is signed out and cannot sign in. Nobody suspends herself, and the last admin stays one.',
  security: 'required',
  role: 'admin',
  limit: 'auth',
  params,
  body: z
    .strictObject({ role: Role.optional(), suspended: z.boolean().optional(), password })
    .meta({ id: 'AccountChange', example: { role: 'moderator', password: 'four small tickets' } }),
  answers: { 200: Account },
  problems: ['password_wrong', 'own_person', 'last_admin'],
})

export const signOutAccount = endpoint({
  id: 'signOutAccount',
  method: 'POST',
  path: '/admin/people/{user_id}/sign-out',
  tag,
  summary: 'End all sessions of somebody at once',
  security: 'required',
  role: 'admin',
  limit: 'auth',
  params,
  body: z.strictObject({}),
  bodyOptional: true,
  answers: { 204: null },
  problems: [],
})

export const resetAccountMfa = endpoint({
  id: 'resetAccountMfa',
  method: 'POST',
  path: '/admin/people/{user_id}/reset-mfa',
  tag,
  summary: 'Help somebody who lost every second step',
  description:
    'Takes the second step of signing in away, ends all sessions and says so by mail. Asks for the admin’s own password. One’s own is switched off in the settings.',
  security: 'required',
  role: 'admin',
  limit: 'auth',
  params,
  body: z
    .strictObject({ password })
    .meta({ id: 'AdminPassword', example: { password: 'four small tickets' } }),
  answers: { 204: null },
  problems: ['password_wrong', 'own_person', 'mfa_not_on'],
})
