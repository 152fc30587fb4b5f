import type { CSSProperties } from 'react'
import { contrast, displayable, hueAndChroma, type LinearRgb, parseHex, parseHsl, toHex } from '@/lib/colour'

/** What a tint comes from: a hue in degrees of OKLCH, or a `#rrggbb` colour taken from a photo. */
export type TintSource = number | string

/** The colours of one theme: `tint` and `deep` lie behind text, `accent` is text or the fill of a button. */
export type Tint = { tint: string; deep: string; accent: string }

const READABLE = 4.6
// The same values as in tokens.css; tint.test.ts keeps the two in step.
export const GROUNDS = {
  dark: {
    page: 'hsl(220 15% 8%)',
    raised: 'hsl(220 12% 16%)',
    soft: 'hsl(220 14% 80%)',
    on: 'hsl(220 40% 5%)',
  },
  light: {
    page: 'hsl(40 40% 94%)',
    raised: 'hsl(40 100% 99.5%)',
    soft: 'hsl(28 14% 28%)',
    on: 'hsl(0 0% 100%)',
  },
} as const

const known = new Map<TintSource, { dark: Tint; light: Tint }>()

/** Both themes' colours for a source; secondary text reads at 4.5 : 1 or better on each ground, by construction. */
export function tintOf(source: TintSource): { dark: Tint; light: Tint } {
  const found = known.get(source)
  if (found) return found
  const { hue, vivid } = typeof source === 'number' ? { hue: source, vivid: calm(source) } : fromPhoto(source)
  const made = { dark: darkTint(hue, vivid), light: lightTint(hue, vivid) }
  known.set(source, made)
  return made
}

/** The style that, together with the class `tinted`, makes `--tint`, `--tint-deep` and `--accent` follow the source. */
export function tintStyle(source: TintSource): CSSProperties {
  const { dark, light } = tintOf(source)
  return {
    '--tint-dark': dark.tint,
    '--tint-light': light.tint,
    '--tint-deep-dark': dark.deep,
    '--tint-deep-light': light.deep,
    '--accent-dark': dark.accent,
    '--accent-light': light.accent,
  } as CSSProperties
}

/** Green at full chroma shouts; every other hue keeps its own. */
function calm(hue: number): number {
  return hue > 95 && hue < 185 ? 0.7 : 1
}

function fromPhoto(hex: string) {
  const { hue, chroma } = hueAndChroma(parseHex(hex))
  // A black-and-white photo keeps its greys; a colourful one is not made louder than a generated hue.
  return { hue, vivid: Math.min(calm(hue), chroma / 0.06) }
}

function darkTint(hue: number, vivid: number): Tint {
  const { page, raised, soft } = grounds('dark')
  const tint = nearest(0.6, -0.004, (l) => displayable(l, 0.15 * vivid, hue), [soft])
  const accent = nearest(0.8, 0.004, (l) => displayable(l, 0.13 * vivid, hue), [page, raised, tint])
  return { tint: toHex(tint), deep: toHex(displayable(0.27, 0.07 * vivid, hue)), accent: toHex(accent) }
}

function lightTint(hue: number, vivid: number): Tint {
  const { page, soft, on } = grounds('light')
  const tint = nearest(0.84, 0.004, (l) => displayable(l, 0.1 * vivid, hue), [soft])
  const accent = nearest(0.52, -0.004, (l) => displayable(l, 0.17 * vivid, hue), [page, on, tint])
  return { tint: toHex(tint), deep: toHex(displayable(0.93, 0.045 * vivid, hue)), accent: toHex(accent) }
}

/** Walks the lightness from `start` until the colour reads against all of `others`. */
function nearest(start: number, step: number, make: (l: number) => LinearRgb, others: readonly LinearRgb[]) {
  let lightness = start
  while (
    others.some((other) => contrast(make(lightness), other) < READABLE) &&
    lightness > 0 &&
    lightness < 1
  )
    lightness += step
  return make(lightness)
}

function grounds(theme: 'dark' | 'light') {
  const { page, raised, soft, on } = GROUNDS[theme]
  return { page: parseHsl(page), raised: parseHsl(raised), soft: parseHsl(soft), on: parseHsl(on) }
}
