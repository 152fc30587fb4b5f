import { z } from 'zod'
import { Me } from './accounts.ts'
import { endpoint } from './endpoint.ts'

const tag = 'Accounts'

/** How long an account that leaves later can be kept. */
export const COOLING_OFF_DAYS = 14

/** `now` removes everything at once; `later` hides it at once and removes it after 14 days. */
export const Leaving = z
  .strictObject({ password: z.string().min(1).max(1024), when: z.enum(['now', 'later']) })
  .meta({ id: 'Leaving', example: { password: 'four small tickets', when: 'later' } })

export const deleteMe = endpoint({
  id: 'deleteMe',
  method: 'DELETE',
  path: '/users/me',
  tag,
  summary: 'Delete my account',
  description:
    'All sessions end and nobody else sees anything of the account from now on. `later` leaves 14 days: signing in still works, and `POST users/me/keep` takes it back. What goes: profile, diary entries, photos with their files, exports, sessions. What stays: facts of shows that others hold, too, without the name; comments as “deleted user” without their text.',
  security: 'required',
  limit: 'auth',
  body: Leaving,
  answers: { 204: null },
  problems: ['password_wrong', 'last_admin'],
})

export const keepMe = endpoint({
  id: 'keepMe',
  method: 'POST',
  path: '/users/me/keep',
  tag,
  summary: 'Keep my account after all',
  description: 'Others see it again at once. Doing it twice, or without having left, changes nothing.',
  security: 'required',
  limit: 'write',
  body: z.strictObject({}),
  bodyOptional: true,
  answers: { 200: Me },
  problems: [],
})
