import { expect, it } from 'vitest'
import { createSeal } from './seal.ts'

const seal = createSeal('a secret of the server', 'tests')

it('opens what it closed, for whom it closed it', () => {
  const sealed = seal.close('ana access', 'a token')
  expect(seal.open('ana access', sealed)?.toString()).toBe('a token')
  expect(sealed.toString('latin1')).not.toContain('a token')
  expect(seal.close('ana access', 'a token')).not.toEqual(sealed)
})

it('opens nothing for another, by another key, or of what was changed', () => {
  const sealed = seal.close('ana access', 'a token')
  const spoilt = Buffer.from(sealed)
  spoilt[sealed.length - 1] = (spoilt[sealed.length - 1] ?? 0) ^ 1
  expect(seal.open('bo access', sealed)).toBeNull()
  expect(seal.open('ana refresh', sealed)).toBeNull()
  expect(seal.open('ana access', spoilt)).toBeNull()
  for (let length = 0; length < 29; length++)
    expect(seal.open('ana access', sealed.subarray(0, length))).toBeNull()
  for (const other of [createSeal('another secret', 'tests'), createSeal('a secret of the server', 'totp')])
    expect(other.open('ana access', sealed)).toBeNull()
})
