import { describe, expect, it } from 'vitest'
import { contrast, parseHex } from '@/lib/colour'
import { PALETTE, pixelOf } from './palette'

const BLACK = parseHex('#000000')
const lightness = PALETTE.map((hex) => contrast(parseHex(hex), BLACK))

describe('the colours of pictures of sound', () => {
  it('grow lighter at every step, so that they read without hue', () => {
    const falls = lightness.filter((shade, at) => at > 0 && shade <= (lightness[at - 1] ?? 0))
    expect(falls).toEqual([])
    expect((lightness.at(-1) ?? 0) / (lightness[0] ?? 1)).toBeGreaterThan(12)
  })

  it('are pixels that cover all', () => {
    const bytes = (share: number) => [...new Uint8Array(Uint32Array.of(pixelOf(share)).buffer)]
    const hexOf = (share: number) =>
      `#${bytes(share)
        .slice(0, 3)
        .map((byte) => byte.toString(16).padStart(2, '0'))
        .join('')}`
    expect(hexOf(0)).toBe(PALETTE[0])
    expect(hexOf(1)).toBe(PALETTE.at(-1))
    expect(bytes(0.5)[3]).toBe(255)
  })

  it('take what is beyond for the ends, and what is no number for nothing', () => {
    expect([pixelOf(-1), pixelOf(Number.NaN)]).toEqual([pixelOf(0), pixelOf(0)])
    expect(pixelOf(7)).toBe(pixelOf(1))
  })
})
