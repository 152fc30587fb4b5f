import { describe, expect, it } from 'vitest'
import { RINGS, sectorCentre, sectorPath, WHEEL } from './wheel'

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
})
