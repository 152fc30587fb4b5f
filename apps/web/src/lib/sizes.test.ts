import { expect, it } from 'vitest'
import { sayBytes } from './sizes'

it.each([
  [0, 'nothing'],
  [1, '1 KB'],
  [3_565_158, '3.4 MB'],
  [52_428_800, '50 MB'],
  [1_288_490_189, '1.2 GB'],
])('says %i bytes', (bytes, words) => expect(sayBytes(bytes)).toBe(words))
