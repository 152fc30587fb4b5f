import { expect, it } from 'vitest'
import { safeNext } from './next'

it.each([
  ['/shows/1/photos?photo=2#x', '/shows/1/photos?photo=2#x'],
  ['/settings', '/settings'],
  ['/loginless', '/loginless'],
  ['/login-less', '/login-less'],
])('46: returns to our own page %s', (next, safe) => {
  expect(safeNext(next)).toBe(safe)
})

it.each([
  'https://evil.example/',
  '//evil.example',
  '//evil.example/shows',
  '/\\evil.example',
  '/\t/evil.example',
  '/.//evil.example',
  'javascript:alert(1)',
  'shows',
  '/login?next=/login',
  '/register',
  '/verify-mfa?email=a%40b.c&code=1',
  '/forgot-password',
  '/reset-password?token=1',
  '/',
  '',
  undefined,
  7,
])('46: begins at the start rather than going to %s', (next) => {
  expect(safeNext(next)).toBe('/dashboard')
})
