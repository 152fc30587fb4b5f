import { describe, expect, it } from 'vitest'
import { countryCode, countryName } from './countries.ts'

describe('a country', () => {
  it.each([
    ['nl', 'NL'],
    ['DEU', 'DE'],
    ['The Netherlands', 'NL'],
    ['Holland', 'NL'],
    ['österreich', 'AT'],
    ['Côte d’Ivoire', 'CI'],
    ['U.S.A.', 'US'],
    ['UK', 'GB'],
    ['Scotland', 'GB'],
    ['Czech Republic', 'CZ'],
  ])('written %s is %s', (text, code) => {
    expect(countryCode(text)).toBe(code)
  })

  it('that nobody knows stays as it was written', () => {
    expect([countryCode('Atlantis'), countryName('Atlantis')]).toEqual(['Atlantis', 'Atlantis'])
  })

  it('has an English name', () => {
    expect([countryName('AT'), countryName('toString')]).toEqual(['Austria', 'toString'])
  })
})
