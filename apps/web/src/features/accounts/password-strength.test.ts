import { expect, it } from 'vitest'
import { judge } from './password-strength'

it.each([
  ['passwordpassword', /repeats itself/],
  ['abcdefghijklmnop', /a sequence/],
  ['anastasia@example.org', /your own name/],
  ['qwertyuiopasdfghj', /many people use/],
])('refuses %s and says why', (password, why) => {
  const { level, says } = judge(password, ['anastasia', 'anastasia@example.org'])
  expect(level).toBeLessThan(2)
  expect(says).toMatch(why)
})

it('calls a few random words strong, and knows what is only fair', () => {
  expect(judge('four small tickets', ['ana'])).toEqual({ level: 4, says: 'Strong' })
  expect(judge('liverpoolmanchester1', []).level).toBe(2)
})
