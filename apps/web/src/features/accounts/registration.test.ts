import { expect, it } from 'vitest'
import { ApiProblem } from '@/lib/problem'
import { placeOfRegistration, toRegistration } from './registration'

const FIELDS = {
  username: 'ana',
  email: 'ana@example.org',
  password: 'four small tickets',
  role: 'attendee',
  enable_mfa: false,
  invitation: '',
} as const

const refused = (code: ApiProblem['code']) => new ApiProblem({ code, message: `says ${code}`, status: 422 })

it('sends only what was chosen', () => {
  const { username, email, password } = FIELDS
  expect(toRegistration(FIELDS)).toEqual({ username, email, password })
  expect(toRegistration({ ...FIELDS, role: 'organizer', enable_mfa: true })).toEqual({
    username,
    email,
    password,
    role: 'organizer',
    enable_mfa: true,
  })
})

it.each([
  ['sms_in_x1', 'sms_in_x1'],
  ['  sms_in_x1 ', 'sms_in_x1'],
  ['https://shows.example.org/register?invitation=sms_in_x1', 'sms_in_x1'],
])('takes the invitation out of %s', (pasted, token) => {
  expect(toRegistration({ ...FIELDS, invitation: pasted }).invitation).toBe(token)
})

it('puts a refusal where it belongs, and does not say which of name and address is taken', () => {
  expect(placeOfRegistration(refused('invitation_expired'))).toEqual([
    { field: 'invitation', message: 'says invitation_expired' },
  ])
  expect(placeOfRegistration(refused('identity_taken'))?.map(({ field }) => field)).toEqual([
    'username',
    'email',
  ])
  expect(placeOfRegistration(refused('unavailable'))).toBeUndefined()
})
