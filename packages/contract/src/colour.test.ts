import {
  contrast,
  displayable,
  hueAndChroma,
  oklchToLinear,
  parseHex,
  parseHsl,
  toHex,
} from '@sharemyshows/contract/colour'
import { describe, expect, it } from 'vitest'

describe('contrast', () => {
  it('knows the ends and the published pairs', () => {
    expect(contrast(parseHex('#000000'), parseHex('#ffffff'))).toBeCloseTo(21, 5)
    expect(contrast(parseHex('#777777'), parseHex('#ffffff'))).toBeCloseTo(4.48, 2)
    expect(contrast(parseHex('#ff0000'), parseHex('#ffffff'))).toBeCloseTo(4.0, 2)
  })

  it('does not care for the order', () => {
    expect(contrast(parseHex('#123456'), parseHex('#fedcba'))).toBe(
      contrast(parseHex('#fedcba'), parseHex('#123456')),
    )
  })
})

describe('colour spaces', () => {
  it('agrees with CSS about OKLCH', () => {
    expect(toHex(oklchToLinear(0.62796, 0.25768, 29.234))).toBe('#ff0000')
    expect(toHex(oklchToLinear(0.45201, 0.31321, 264.052))).toBe('#0000ff')
  })

  it('finds the hue it made', () => {
    for (const hue of [5, 77, 150, 250, 340]) {
      expect(hueAndChroma(oklchToLinear(0.5, 0.05, hue)).hue).toBeCloseTo(hue, 3)
    }
  })

  it('reads hsl as CSS does', () => {
    expect(toHex(parseHsl('hsl(220 90% 60%)'))).toBe('#3d7af5')
  })

  it('keeps every made colour on the screen', () => {
    for (let hue = 0; hue < 360; hue += 7) {
      const rgb = displayable(0.5, 0.4, hue)
      expect(Math.min(...rgb)).toBeGreaterThanOrEqual(0)
      expect(Math.max(...rgb)).toBeLessThanOrEqual(1)
    }
  })

  it('refuses what is no colour', () => {
    expect(() => parseHex('red')).toThrow(RangeError)
    expect(() => parseHsl('hsl(1, 2%, 3%)')).toThrow(RangeError)
  })
})
