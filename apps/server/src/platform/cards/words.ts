import type { Card } from './card.ts'
import type { Holds } from './fonts.ts'

/** A text without what the fonts do not hold; empty when no letter or digit is left. */
export function tellable(text: string, holds: Holds): string {
  const kept = [...text.normalize('NFC')].filter(holds).join('').replaceAll(/\s+/g, ' ').trim()
  return /[\p{L}\p{N}]/u.test(kept) ? kept : ''
}

/** The card in letters that can be drawn: lines that cannot be told are left out. */
export const inLetters = (card: Card, holds: Holds): Card => ({
  ...card,
  title: tellable(card.title, holds) || card.untold,
  lines: card.lines.map((line) => tellable(line, holds)).filter((line) => line !== ''),
})

/** Pixels a title may take, and how much of its size a letter and a line need on average. */
const WIDTH = 660
const HEIGHT = 250
const LETTER = 0.56
const LINE = 1.04
const SIZES = [104, 92, 80, 68, 58, 50, 44, 38] as const
const SMALLEST = 38
/** Up to this size a word that is too long for a line may be broken. */
const MAY_BREAK = 58

/** The largest size at which a title fits, by a careful guess; what is still too long is cut when drawn. */
export function titleSize(title: string): number {
  const words = title.split(' ').map((word) => word.length)
  const fits = (size: number) => {
    const letters = Math.floor(WIDTH / (size * LETTER))
    const whole = Math.max(...words) <= letters
    return (whole || size <= MAY_BREAK) && linesOf(words, letters) * size * LINE <= HEIGHT
  }
  return SIZES.find(fits) ?? SMALLEST
}

/** How many lines words of these lengths take. */
function linesOf(words: readonly number[], letters: number): number {
  let lines = 1
  let used = 0
  for (const word of words) {
    if (used > 0 && used + 1 + word <= letters) {
      used += 1 + word
      continue
    }
    lines += (used > 0 ? 1 : 0) + Math.floor((word - 1) / letters)
    used = ((word - 1) % letters) + 1
  }
  return lines
}
