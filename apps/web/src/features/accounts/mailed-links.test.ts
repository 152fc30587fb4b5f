import { isRedirect } from '@tanstack/react-router'
import { afterEach, expect, it } from 'vitest'
import { forget, kept } from './kept'
import { readCodeAddress, takeMailedCode, takeToken } from './mailed-links'
import { waitingStep } from './second-step'

afterEach(() => {
  for (const what of ['second-step', 'setup-code', 'reset-token', 'verify-token'] as const) forget(what)
})

/** Where a guard leads; the address that is left in the bar. */
function ledTo(guard: () => void): unknown {
  try {
    guard()
  } catch (thrown) {
    return isRedirect(thrown) ? [thrown.options.to, thrown.options.search] : thrown
  }
  return undefined
}

it('takes a code out of the address and waits with it, by the address it was mailed to', () => {
  const address = readCodeAddress({ email: 'ana@example.org', code: 482913, next: '/shows', other: 'x' })
  expect(ledTo(() => takeMailedCode(address))).toEqual(['/verify-mfa', { next: '/shows' }])
  expect(waitingStep()).toMatchObject({
    who: { email: 'ana@example.org' },
    code: '482913',
    methods: ['email'],
  })
})

it('leads a code that switches the second step on to the settings, and keeps its noughts', () => {
  const address = readCodeAddress({ email: 'ana@example.org', code: '004291', purpose: 'enable' })
  expect(ledTo(() => takeMailedCode(address))).toEqual(['/settings/security', undefined])
  expect(kept('setup-code')).toBe('004291')
  expect(waitingStep()).toBeUndefined()
})

it('leads nowhere without a code', () => {
  expect(ledTo(() => takeMailedCode(readCodeAddress({ email: 'ana@example.org' })))).toBeUndefined()
  expect(waitingStep()).toBeUndefined()
})

it('15: takes a token out of the address', () => {
  expect(ledTo(() => takeToken('reset-token', '/reset-password', 'sms_ml_1'))).toEqual([
    '/reset-password',
    {},
  ])
  expect(kept('reset-token')).toBe('sms_ml_1')
})
