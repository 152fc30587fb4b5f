import { expect, it } from 'vitest'
import { initials } from './avatar'

it.each([
  ['ana', 'A'],
  ['Ana de la Cruz', 'AC'],
  ['  bo_jensen ', 'BJ'],
  ['Élodie', 'É'],
  ['李 小龙', '李小'],
  ['***', '?'],
])('%j becomes %s', (name, letters) => {
  expect(initials(name)).toBe(letters)
})
