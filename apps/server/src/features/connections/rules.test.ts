import { expect, it } from 'vitest'
import { endOf, leadingTo, pathOfOurs } from './rules.ts'

it.each([
  ['/', '/'],
  ['/mood', '/mood'],
  ['/mood?tab=queue#now', '/mood?tab=queue#now'],
  ['/a/../b', '/b'],
  ['/?next=https://evil.example', '/?next=https://evil.example'],
  ['', null],
  ['mood', null],
  ['https://evil.example/', null],
  ['javascript:alert(1)', null],
  ['//evil.example', null],
  ['/\\evil.example', null],
  ['/\t/evil.example', null],
  ['/..//evil.example', null],
  ['/.//evil.example', null],
  ['/mood\r\nset-cookie: x', null],
])('%j is led to as %j', (text, path) => expect(pathOfOurs(text)).toBe(path))

it('says how it went where it leads', () => {
  expect(leadingTo('/mood', { connection: 'connected' })).toBe('/mood?connection=connected')
  expect(leadingTo('/mood?connection=failed&a=1#b', { connection: 'taken' })).toBe(
    '/mood?connection=taken&a=1#b',
  )
})

it('Spotify asks again after half a year', () => {
  expect(endOf('2026-01-31T10:00:00.000Z')).toBe('2026-07-31T10:00:00.000Z')
})
