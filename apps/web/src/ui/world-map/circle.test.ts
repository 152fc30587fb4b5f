import { expect, it } from 'vitest'
import { boxAround, circleAround, movedBy } from './circle'

const UTRECHT = { latitude: 52.09, longitude: 5.12 }

/** Metres between two points on the sphere. */
function apart([lon1 = 0, lat1 = 0]: readonly number[], [lon2 = 0, lat2 = 0]: readonly number[]): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180
  const h =
    Math.sin(rad(lat2 - lat1) / 2) ** 2 +
    Math.cos(rad(lat1)) * Math.cos(rad(lat2)) * Math.sin(rad(lon2 - lon1) / 2) ** 2
  return 2 * 6_371_000 * Math.asin(Math.sqrt(h))
}

it('draws a circle that is round on the ground', () => {
  const [ring = []] = circleAround(UTRECHT, 200).geometry.coordinates
  const distances = ring.map((corner) => apart(corner, [UTRECHT.longitude, UTRECHT.latitude]))
  expect(Math.min(...distances)).toBeGreaterThan(199)
  expect(Math.max(...distances)).toBeLessThan(201)
  expect(ring[0]).toEqual(ring.at(-1))
})

it('moves a pin by metres, also over the date line and not over a pole', () => {
  const east = movedBy(UTRECHT, [0, 1], 100)
  expect(apart([east.longitude, east.latitude], [5.12, 52.09])).toBeCloseTo(100, 0)
  expect(movedBy({ latitude: 0, longitude: 179.9999 }, [0, 1], 100).longitude).toBeLessThan(-179.99)
  expect(movedBy({ latitude: 85, longitude: 0 }, [1, 0], 100).latitude).toBe(85)
})

it('frames a circle', () => {
  const [west, south, east, north] = boxAround(UTRECHT, 1000)
  expect(apart([west, 52.09], [east, 52.09])).toBeCloseTo(2000, -1)
  expect(apart([5.12, south], [5.12, north])).toBeCloseTo(2000, -1)
})
