import { describe, expect, it } from 'vitest'
import { sayHeardLive, sayOutcome, sayState } from './model'

const features = (state: 'known' | 'awaited' | 'unknown') =>
  ({ state }) as Parameters<typeof sayState>[0]['features']

describe('why no mood chooses a track', () => {
  it.each([
    ['show', 'known', null],
    ['upload', 'awaited', 'Being listened to'],
    ['folder', 'unknown', 'Could not be analysed'],
    ['spotify', 'awaited', 'How it feels is being asked for'],
    ['spotify', 'unknown', 'How it feels is unknown'],
  ] as const)('of %s, %s', (source, state, said) => {
    expect(sayState({ source, features: features(state) })).toBe(said)
  })
})

describe('where it was heard', () => {
  const live = { show_id: 'a', artist_name: 'Spinvis', show_date: '2024-12-01' }
  it.each([
    ['show', live, 'Recorded live in 2024'],
    ['spotify', live, 'Heard live in 2024'],
    ['upload', null, null],
  ] as const)('of %s', (source, heard_live, said) => {
    expect(sayHeardLive({ source, heard_live })).toBe(said)
  })
})

it.each([
  ['finished', 200, 'to the end'],
  ['skipped', 12.4, 'skipped at 0:12'],
  ['stopped', 75, 'stopped at 1:15'],
  ['playing', 0, 'begun'],
  ['playing', 61, '1:01 heard'],
] as const)('a listen that is %s at %d says so', (outcome, seconds, said) => {
  expect(sayOutcome({ outcome, seconds })).toBe(said)
})
