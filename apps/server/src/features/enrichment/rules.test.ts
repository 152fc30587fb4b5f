import { describe, expect, it } from 'vitest'
import { areNear, nothingFrom, placed, refusalOf } from './rules.ts'

describe('why nothing was found', () => {
  it.each([
    [[], 'empty'],
    [['needs_key'], 'needs_key'],
    [['quota'], 'quota'],
    // who was asked and knew nothing says more than who was not asked
    [['needs_key', 'empty'], 'empty'],
    [['empty', 'unavailable'], 'unavailable'],
    [['quota', 'unavailable'], 'unavailable'],
    [['empty', 'quota'], 'quota'],
  ] as const)('of %j is %s', (results, result) => {
    const tried = results.map((result) => ({ provider: 'nominatim' as const, result }))
    expect(nothingFrom(tried)).toMatchObject({ provider: 'catalogue', result, tried, items: [] })
  })
})

it.each([
  ['needs_key', 'provider_not_configured'],
  ['quota', 'provider_quota'],
  ['unavailable', 'provider_unavailable'],
] as const)('%s is refused as %s', (result, code) => {
  expect(refusalOf(result).refused).toBe(code)
})

describe('two points', () => {
  const at = (latitude: number, longitude: number) => ({ latitude, longitude })
  it.each([
    ['the same', at(52.0932, 5.1134), at(52.0932, 5.1134), true],
    ['200 m to the north', at(52.0932, 5.1134), at(52.095, 5.1134), true],
    ['400 m to the north', at(52.0932, 5.1134), at(52.0968, 5.1134), false],
    ['0.004° to the east, where a degree is short', at(52.0932, 5.1134), at(52.0932, 5.1174), true],
    ['0.004° to the east, where it is long', at(0, 5.1134), at(0, 5.1174), false],
    ['on both sides of the date line', at(-17, 179.999), at(-17, -179.999), true],
  ])('%s', (_where, one, other, near) => {
    expect([areNear(one, other), areNear(other, one)]).toEqual([near, near])
  })

  it('are of those that are somewhere', () => {
    expect(placed([{ point: null }, { point: at(1, 2) }])).toEqual([{ point: at(1, 2) }])
  })
})
