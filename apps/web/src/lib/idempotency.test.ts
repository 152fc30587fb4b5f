import { expect, it } from 'vitest'
import { idempotencyKeys } from './idempotency'

it('keeps the key of a body that is sent again, and gives another body another key', () => {
  const keyFor = idempotencyKeys()
  const first = keyFor({ artist_name: 'Spinvis' })
  expect(keyFor({ artist_name: 'Spinvis' })).toBe(first)
  expect(keyFor({ artist_name: 'Froukje' })).not.toBe(first)
  expect(idempotencyKeys()({ artist_name: 'Spinvis' })).not.toBe(first)
})
