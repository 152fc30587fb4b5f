import { expect, it } from 'vitest'
import { usual } from '../judged-for-tests.ts'
import { energyCurveOf } from './energy-curve.ts'

it('what is louder and livelier has more energy, silence has none', () => {
  const descriptors = usual(30)
  descriptors.level.fill(-120, 20, 40)
  descriptors.level.fill(-10, 40)
  descriptors.novelty.fill(100, 40)
  const { step, values } = energyCurveOf(descriptors)
  expect(step).toBe(0.5)
  expect(values).toHaveLength(60)
  expect(values[30]).toBe(0)
  expect(values[10]).toBeGreaterThan(0.3)
  expect(values[55]).toBeGreaterThan((values[10] ?? 1) + 0.2)
  expect(values.every((value) => value >= 0 && value <= 1)).toBe(true)
})

it('four hours have at most 1,000 values, which cover them', () => {
  const { step, values } = energyCurveOf(usual(4 * 3600))
  expect(values.length).toBeLessThanOrEqual(1000)
  expect(values.length * step).toBeGreaterThanOrEqual(4 * 3600)
  expect((values.length - 1) * step).toBeLessThan(4 * 3600)
})

it('nothing has no energy', () => expect(energyCurveOf(usual(0)).values).toEqual([]))
