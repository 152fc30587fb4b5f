import { expect, it } from 'vitest'
import { boxOf, pathOf, project } from './geography'
import { radiusOf } from './map-point'

it('frames all points with room around them', () => {
  const points = [
    { latitude: 52, longitude: 5 },
    { latitude: 41, longitude: -9 },
  ]
  expect(boxOf(points, 4)).toEqual([-13, 39, 9, 54])
  expect(boxOf([{ latitude: 70, longitude: 179 }], 4)).toEqual([175, 68, 180, 72])
})

it('projects as maps on screens do', () => {
  expect(project(10, 0)[0]).toBe(10)
  expect(project(0, 0)[1]).toBeCloseTo(0)
  expect(project(0, 85.0511)[1]).toBeCloseTo(-180, 0)
})

it('draws polygons and leaves out what is none', () => {
  const ring = [
    [0, 0],
    [1, 0],
    [0, 0],
  ]
  const land = {
    features: [
      { geometry: { type: 'Polygon', coordinates: [ring] } },
      { geometry: { type: 'Point', coordinates: [0, 0] } },
      { geometry: { type: 'MultiPolygon', coordinates: [[ring], [ring]] } },
    ],
  }
  expect(pathOf(land).match(/M/g)?.length).toBe(3)
})

it('draws the heavier larger, within bounds', () => {
  expect(radiusOf(4)).toBeGreaterThan(radiusOf(1))
  expect(radiusOf(100_000)).toBe(26)
})
