import { moodAt } from '@sharemyshows/mood/judge'
import { DEFAULT_RULES, type Mood, type Place, placeOf } from '@sharemyshows/mood/moods'
import { tintOf } from '@/ui/tint'

export type { Place }

export const MIDDLE: Place = { valence: 0.5, energy: 0.5 }

/** The mood of a place, and the place of a mood, as they are until the server has said how they are for this person. */
export const moodOf = (place: Place): Mood => moodAt(place, DEFAULT_RULES)
export const placeOfMood = (mood: Mood): Place => placeOf(DEFAULT_RULES[mood])

/** Where the names of the moods stand: in the corners they lean to, so that the light has the middle. */
export const SPOTS: Readonly<Record<Mood, Place>> = {
  angry: { valence: 0.08, energy: 0.97 },
  happy: { valence: 0.92, energy: 0.97 },
  sad: { valence: 0.08, energy: 0.03 },
  neutral: { valence: 0.92, energy: 0.03 },
}

/** Hues of OKLCH in the corners, by valence and energy. */
const HUES = { darkLively: 14, brightLively: 68, darkCalm: 278, brightCalm: 190 } as const
type Corner = keyof typeof HUES
type Theme = 'dark' | 'light'

/** The colour of a corner; text reads on it by construction of the tints. */
const cornerColour = (corner: Corner, theme: Theme): string => tintOf(HUES[corner])[theme].tint

/** The four corners for both themes, as `mood-field.css` asks for them. */
export const fieldStyle: Readonly<Record<string, string>> = Object.fromEntries(
  (Object.keys(HUES) as Corner[]).flatMap((corner) =>
    (['dark', 'light'] as const).map((theme) => [
      `--${corner.replace(/[A-Z]/, (capital) => `-${capital.toLowerCase()}`)}-${theme}`,
      cornerColour(corner, theme),
    ]),
  ),
)

/** Whoever drags meets as many colours at most, a side. */
const STEPS = 16

/** The colour of a place, as the browser draws it between the corners; from it the page takes its tint. */
export function colourAt({ valence, energy }: Place, theme: Theme = 'dark'): string {
  const [right, up] = [valence, energy].map((share) => Math.round(share * STEPS) / STEPS) as [number, number]
  const lively = mix(cornerColour('darkLively', theme), cornerColour('brightLively', theme), right)
  const calm = mix(cornerColour('darkCalm', theme), cornerColour('brightCalm', theme), right)
  return mix(calm, lively, up)
}

// Gradients are mixed in sRGB as it is written, not in light.
function mix(from: string, to: string, share: number): string {
  const channel = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16)
  const pair = (at: number) =>
    Math.round(channel(from, at) * (1 - share) + channel(to, at) * share)
      .toString(16)
      .padStart(2, '0')
  return `#${pair(1)}${pair(3)}${pair(5)}`
}

const clampShare = (share: number): number => Math.min(1, Math.max(0, share))

/** Rounded to what is said and sent. */
const tidy = (share: number): number => Math.round(clampShare(share) * 100) / 100

/** The place under a pointer in a box, whose edge of `inset` pixels belongs to nobody. */
export function placeIn(box: DOMRect, x: number, y: number, inset: number): Place {
  const along = (at: number, from: number, length: number) =>
    tidy((at - from - inset) / Math.max(1, length - 2 * inset))
  return { valence: along(x, box.left, box.width), energy: tidy(1 - along(y, box.top, box.height)) }
}

const STEP = 0.05
const LEAP = 0.2
const MOVES: Readonly<Record<string, readonly [valence: number, energy: number]>> = {
  ArrowRight: [STEP, 0],
  ArrowLeft: [-STEP, 0],
  ArrowUp: [0, STEP],
  ArrowDown: [0, -STEP],
  PageUp: [0, LEAP],
  PageDown: [0, -LEAP],
  Home: [-1, 0],
  End: [1, 0],
}

/** Where a key leads, and along which side; undefined for any other key. */
export function placeByKey({ valence, energy }: Place, key: string) {
  const move = MOVES[key]
  if (move === undefined) return undefined
  const place: Place = { valence: tidy(valence + move[0]), energy: tidy(energy + move[1]) }
  return { place, side: move[0] === 0 ? ('energy' as const) : ('valence' as const) }
}

/** "very dark", "bright": a side of the field in words, as screen readers say it. */
export function saySide(side: 'valence' | 'energy', share: number): string {
  const [low, high] = side === 'valence' ? ['dark', 'bright'] : ['calm', 'lively']
  if (share < 0.2) return `very ${low}`
  if (share < 0.42) return low
  if (share <= 0.58) return 'in the middle'
  return share <= 0.8 ? high : `very ${high}`
}
