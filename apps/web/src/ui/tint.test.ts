import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contrast, parseHex, parseHsl } from '../lib/colour'
import { GROUNDS, tintOf } from './tint'

const css = readFileSync(new URL('../styles/tokens.css', import.meta.url), 'utf8')
const tokens = { dark: readTheme('\n[data-theme="dark"] {'), light: readTheme('\n[data-theme="light"] {') }

function readTheme(selector: string): Record<string, string> {
  const block = css.slice(css.indexOf(selector), css.indexOf('}', css.indexOf(selector)))
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (hsl\([^/)]+\));/g)].map((m) => [m[1], m[2]]))
}

describe.each(['dark', 'light'] as const)('the %s theme', (theme) => {
  const colour = (name: string) => parseHsl(tokens[theme][name] ?? '')

  it.each(['ink', 'soft', 'accent', 'success', 'warning', 'danger'])(
    'reads in %s on every ground',
    (text) => {
      for (const ground of ['page', 'surface', 'raised']) {
        expect(contrast(colour(text), colour(ground)), ground).toBeGreaterThanOrEqual(4.5)
      }
    },
  )

  it.each(['accent-fill', 'danger-fill'])('reads on a button of %s', (fill) => {
    expect(contrast(colour('on-accent'), colour(fill))).toBeGreaterThanOrEqual(4.5)
  })

  it('shows the edges of controls and the focus ring at 3 : 1', () => {
    for (const ground of ['page', 'surface', 'raised']) {
      expect(contrast(colour('edge'), colour(ground)), ground).toBeGreaterThanOrEqual(3)
      expect(contrast(colour('focus'), colour(ground)), ground).toBeGreaterThanOrEqual(3)
    }
  })

  it('gives tints the grounds they are computed against', () => {
    const { page, raised, soft, on } = GROUNDS[theme]
    expect({ page, raised, soft, on }).toEqual({
      page: tokens[theme].page,
      raised: tokens[theme].raised,
      soft: tokens[theme]['soft-on-tint'],
      on: tokens[theme]['on-tint'],
    })
  })

  it('reads under the light of every hue', () => {
    for (let hue = 0; hue < 360; hue++) {
      const { tint, deep, accent } = tintOf(hue)[theme]
      for (const ground of [tint, deep].map(parseHex)) {
        expect(contrast(colour('ink'), ground), `ink ${hue}`).toBeGreaterThanOrEqual(4.5)
        expect(contrast(colour('soft-on-tint'), ground), `soft ${hue}`).toBeGreaterThanOrEqual(4.5)
        expect(contrast(parseHex(accent), ground), `accent ${hue}`).toBeGreaterThanOrEqual(4.5)
      }
      expect(contrast(parseHex(accent), colour('on-tint')), `button ${hue}`).toBeGreaterThanOrEqual(4.5)
      for (const ground of ['page', 'surface', 'raised']) {
        expect(
          contrast(parseHex(accent), colour(ground)),
          `accent on ${ground}, ${hue}`,
        ).toBeGreaterThanOrEqual(4.5)
      }
    }
  })

  it.each(['#000000', '#ffffff', '#ffff00', '#0000ff', '#7f7f7f'])(
    'reads under the light of a %s photo',
    (hex) => {
      const { tint, accent } = tintOf(hex)[theme]
      expect(contrast(colour('soft-on-tint'), parseHex(tint))).toBeGreaterThanOrEqual(4.5)
      expect(contrast(parseHex(accent), colour('page'))).toBeGreaterThanOrEqual(4.5)
    },
  )
})
