import { expect, it } from 'vitest'
import { isOwnOrigin } from './csrf.ts'

const trusted = ['https://shows.example.org', 'https://friend.example']

it.each([
  ['https://shows.example.org', 'shows.example.org', true],
  ['https://friend.example', 'shows.example.org', true],
  ['http://127.0.0.1:3000', '127.0.0.1:3000', true],
  ['http://shows.example.org', 'shows.example.org', false],
  ['https://shows.example.org:8443', 'shows.example.org', false],
  ['https://shows.example.org.evil.example', 'shows.example.org', false],
  ['https://evil.example', 'shows.example.org', false],
  ['https://shows.example.org@evil.example', 'shows.example.org', false],
  ['http://127.0.0.1:3001', '127.0.0.1:3000', false],
  ['null', 'null', false],
  ['', '', false],
  ['https://evil.example', undefined, false],
])('38: %s, asking %s, is ours: %s', (origin, host, ours) => {
  expect(isOwnOrigin(origin, host, trusted)).toBe(ours)
})
