import { expect, it } from 'vitest'
import { sayDevice } from './device'

it.each([
  [{ browser: 'Firefox', system: 'Windows', kind: 'desktop' }, 'Firefox on Windows'],
  [{ browser: 'curl', system: null, kind: 'program' }, 'curl'],
  [{ browser: null, system: 'Android', kind: 'tablet' }, 'A tablet with Android'],
  [{ browser: null, system: null, kind: 'phone' }, 'A phone'],
] as const)('says %j as %s', (device, said) => {
  expect(sayDevice(device)).toBe(said)
})
