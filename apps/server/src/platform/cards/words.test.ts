import { describe, expect, it } from 'vitest'
import { loadCoverage } from './fonts.ts'
import { tellable, titleSize } from './words.ts'

const holds = await loadCoverage()

describe('letters', () => {
  it.each([
    ['Sigur Rós', 'Sigur Rós'],
    ['Молчат Дома', 'Молчат Дома'],
    ['Sigur Rós 시규어 로스', 'Sigur Rós'],
    ['宇多田ヒカル', ''],
    ['🎉 !!!', ''],
    ['Ho\u0308lderlin', 'Hölderlin'],
  ])('of %s are told as “%s”', (text, told) => {
    expect(tellable(text, holds)).toBe(told)
  })
})

describe('a title', () => {
  it('is as large as it fits', () => {
    expect(titleSize('Spinvis')).toBe(104)
    expect(titleSize('Godspeed You! Black Emperor')).toBeLessThan(104)
    expect(titleSize('The Extraordinarily Long-Named Orchestra of Northern Lights')).toBeLessThan(70)
    expect(titleSize('Donaudampfschifffahrtsgesellschaftskapitän')).toBeLessThanOrEqual(58)
    expect(titleSize('x'.repeat(300))).toBe(38)
  })
})
