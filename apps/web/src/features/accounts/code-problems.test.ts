import { expect, it } from 'vitest'
import { ApiProblem } from '@/lib/problem'
import { sayCodeProblem } from './code-problems'

const refused = (code: ApiProblem['code']) =>
  new ApiProblem({ code, message: 'The server says so.', status: 422 })

it.each(['email', 'totp', 'recovery'] as const)(
  'says of a code by %s whether it is wrong, too old or used up',
  (method) => {
    const said = (['code_invalid', 'code_expired', 'code_used_up'] as const).map((code) =>
      sayCodeProblem(refused(code), method),
    )
    expect(new Set(said).size).toBe(3)
    expect(said).not.toContain('The server says so.')
  },
)

it('leaves anything else to the server', () => {
  expect(sayCodeProblem(refused('unavailable'), 'email')).toBe('The server says so.')
})

it('tells a code that was used from tries that are used up, and how long no code is taken', () => {
  expect(sayCodeProblem(refused('code_used_up'), 'recovery')).toContain('used already')
  const usedUp = new ApiProblem({ code: 'code_used_up', message: '', status: 422, retryAfter: 130 })
  expect(sayCodeProblem(usedUp, 'email')).toContain('3 minutes')
})
