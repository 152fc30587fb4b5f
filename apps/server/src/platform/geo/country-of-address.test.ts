import { expect, it } from 'vitest'
import { countryOfAddress } from './country-of-address.ts'

it.each([
  ['194.109.6.66', 'NL'],
  ['::ffff:194.109.6.66', 'NL'],
  ['2001:888::1', 'NL'],
  ['10.0.0.7', null],
  ['192.168.1.4', null],
  ['127.0.0.1', null],
  ['::1', null],
  ['fd00::1', null],
  ['192.0.2.1', null],
])('%s belongs to %s', async (ip, country) => {
  expect(await countryOfAddress(ip)).toBe(country)
})
