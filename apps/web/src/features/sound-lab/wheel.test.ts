import { describe, expect, it } from 'vitest'
import { arcPath, RINGS, sectorCentre, sectorPath, WHEEL } from './wheel'

const half = WHEEL / 2

describe('the circle of fifths', () => {
  it('has C on top, and what is a fifth higher to its right', () => {
    const middle = (RINGS.major.inner + RINGS.major.outer) / 2
    expect(sectorCentre(0, RINGS.major)).toEqual({ x: half, y: half - middle })
    expect(sectorCentre(3, RINGS.major)).toEqual({ x: half + middle, y: half })
    expect(sectorCentre(6, RINGS.major)).toEqual({ x: half, y: half + middle })
  })

  it('divides each ring into sectors that do not touch', () => {
    const ends = [...sectorPath(0, RINGS.minor).matchAll(/ 0 0 1 ([\d.]+)/g)].map(([, x]) => Number(x))
    const begins = Number(/^M([\d.]+)/.exec(sectorPath(1, RINGS.minor))?.[1])
    expect(ends[0]).toBeLessThan(begins)
  })

  it('goes the long way round for more than half of it, and is drawn when it is all', () => {
    expect(arcPath(0.25, 30)).toBe(`M${half} ${half - 30}A30 30 0 0 1 ${half + 30} ${half}`)
    expect(arcPath(0.75, 30)).toContain('0 1 1')
    expect(arcPath(1, 30)).not.toMatch(new RegExp(`1 ${half} ${half - 30}$`))
  })
})
