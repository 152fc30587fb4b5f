import { describe, expect, it } from 'vitest'
import { contrast, parseHex, parseHsl } from '@/lib/colour'
import { GROUNDS } from '@/ui/tint'
import { colourAt, placeByKey, placeIn, saySide } from './field'

const INK = { dark: 'hsl(0 0% 98%)', light: 'hsl(25 15% 10%)' } as const
const shares = Array.from({ length: 17 }, (_, n) => n / 16)
const everywhere = shares.flatMap((valence) => shares.map((energy) => ({ valence, energy })))

describe.each(['dark', 'light'] as const)('the field in the %s theme', (theme) => {
  it('lets text be read at 4.5 : 1 in every place', () => {
    for (const place of everywhere) {
      const ground = parseHex(colourAt(place, theme))
      for (const text of [INK[theme], GROUNDS[theme].soft]) {
        expect(contrast(parseHsl(text), ground), JSON.stringify(place)).toBeGreaterThanOrEqual(4.5)
      }
    }
  })

  it('has a colour of its own in every corner', () => {
    const corners = [0, 1].flatMap((valence) => [0, 1].map((energy) => colourAt({ valence, energy }, theme)))
    expect(new Set(corners).size).toBe(4)
  })
})

describe('a place in the field', () => {
  const box = { left: 100, top: 50, width: 440, height: 240 } as DOMRect

  it.each([
    ['the middle', 320, 170, { valence: 0.5, energy: 0.5 }],
    ['the upper right corner', 520, 70, { valence: 1, energy: 1 }],
    ['beyond the lower left', -10, 900, { valence: 0, energy: 0 }],
  ])('is found under a pointer at %s', (_, x, y, place) => {
    expect(placeIn(box, x, y, 20)).toEqual(place)
  })

  it.each([
    ['ArrowRight', { valence: 0.55, energy: 0.5 }, 'valence'],
    ['ArrowDown', { valence: 0.5, energy: 0.45 }, 'energy'],
    ['PageUp', { valence: 0.5, energy: 0.7 }, 'energy'],
    ['Home', { valence: 0, energy: 0.5 }, 'valence'],
  ] as const)('moves by %s', (key, place, side) => {
    expect(placeByKey({ valence: 0.5, energy: 0.5 }, key)).toEqual({ place, side })
  })

  it('stays in the field, and is not moved by other keys', () => {
    expect(placeByKey({ valence: 1, energy: 0 }, 'ArrowRight')?.place).toEqual({ valence: 1, energy: 0 })
    expect(placeByKey({ valence: 1, energy: 0 }, 'Tab')).toBeUndefined()
  })

  it.each([
    ['valence', 0.1, 'very dark'],
    ['valence', 0.7, 'bright'],
    ['energy', 0.3, 'calm'],
    ['energy', 0.5, 'in the middle'],
    ['energy', 0.95, 'very lively'],
  ] as const)('is said in words: %s %d is %s', (side, share, words) => {
    expect(saySide(side, share)).toBe(words)
  })
})
