import { expect, it } from 'vitest'
import { NoSound, readFile, refuseLong } from './sound'

it('what would not fit into memory is refused before it is there', () => {
  expect(() => refuseLong(20 * 60)).not.toThrow()
  expect(() => refuseLong(null)).not.toThrow()
  expect(() => refuseLong(20 * 60 + 1)).toThrow(NoSound)
  const huge = { size: 301 * 1_048_576 } as File
  expect(() => readFile(huge)).toThrow(NoSound)
})
