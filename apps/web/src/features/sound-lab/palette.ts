import { displayable, toHex } from '@/lib/colour'

const SHADES = 256

/**
 * The colours of pictures of sound, from nothing to most: from a dark violet over blue and green to a light yellow. Their
 * lightness (OKLCH) rises evenly, so that equal steps look equal and that they can be told apart without seeing hues.
 */
const shades = Array.from({ length: SHADES }, (_, at) => {
  const share = at / (SHADES - 1)
  // from violet (300) against the clock over blue and green to yellow (100)
  return displayable(
    0.16 + 0.78 * share,
    0.06 + 0.11 * Math.sin(Math.PI * (0.15 + 0.7 * share)),
    300 - 200 * share,
  )
})

/** The palette as `#rrggbb`, darkest first. */
export const PALETTE: readonly string[] = shades.map(toHex)

/** The same as bytes for `ImageData`: red, green, blue and full cover of each shade, in the order of memory. */
const WORDS = Uint32Array.from(PALETTE, (hex) => {
  const number = Number.parseInt(hex.slice(1), 16)
  const [red, green, blue] = [number >> 16, (number >> 8) & 255, number & 255]
  return new Uint32Array(Uint8Array.of(red, green, blue, 255).buffer)[0] as number
})

/** A share, 0–1, as a pixel; what is no number is as nothing. */
export const pixelOf = (share: number): number =>
  WORDS[Math.round(Math.min(1, Math.max(0, share || 0)) * (SHADES - 1))] as number

/** The palette as a CSS gradient, for a legend. */
export const PALETTE_GRADIENT = `linear-gradient(to right, ${Array.from({ length: 9 }, (_, at) => PALETTE[Math.round((at / 8) * (SHADES - 1))]).join(', ')})`
