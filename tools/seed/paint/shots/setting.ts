import type { Random } from '../../random.ts'
import { type Lit, row } from '../crowd.ts'
import type { Frame, Palette } from '../frame.ts'
import { type Rig, rig } from '../light.ts'
import { glow } from '../shapes.ts'

/** A drawing in px of the frame and how far out of focus it is. */
export type Part = { content: string; blur: number }

/** What makes a picture, from back to front: the hall, its lamps, who stands before them, what is in the air. */
export type Shot = { back: string; rigs: Rig[]; lampSize: number; front: Part[] }

export type Setting = { random: Random; frame: Frame; palette: Palette }
/** Sets up one kind of picture. */
export type Compose = (setting: Setting) => Shot

export const hall = ({ frame, palette }: Setting) =>
  `<rect width="${frame.width}" height="${frame.height}" fill="${palette.dark}"/>`

type Crowd = { top: number; rows: number; near: number; hands: number; x: number; y: number }

/** Rows of people, smaller and sharper towards the stage. */
export function crowd({ random, frame, palette }: Setting, { top, rows, near, hands, x, y }: Crowd): Part[] {
  const lit: Lit = { frame, palette, x, y }
  const bottom = frame.height * 0.97 - near * 0.8
  const all = Array.from({ length: rows }, (_, i) => {
    const depth = rows === 1 ? 1 : i / (rows - 1)
    const size = near * (0.26 + 0.74 * depth ** 1.5)
    const share = hands * (0.6 + 0.4 * depth)
    return row(random, lit, top + (bottom - top) * depth, size, share, depth)
  })
  const far = all.slice(0, -2).join('')
  const spill = glow(x, top + near * 0.3, frame.width * 0.62, frame.height * 0.2, palette.key, 0.3)
  return [
    { content: far === '' ? '' : far + spill, blur: 0.8 },
    { content: all.at(-2) ?? '', blur: near * 0.02 },
    { content: all.at(-1) ?? '', blur: near * 0.045 },
  ].filter(({ content }) => content !== '')
}

/** Where the stage is in the picture: its middle, its floor, how tall people on it are, and the lamps, px. */
export function stageOf({ random, frame }: Setting) {
  const { width, height } = frame
  return {
    centre: width * random.between(0.36, 0.64),
    floor: height * random.between(0.55, 0.66),
    tall: Math.min(width, height) * random.between(0.19, 0.28),
    truss: height * random.between(0.05, 0.14),
  }
}

/** The light behind and above a stage. */
export function lightOf(
  { random, frame, palette }: Setting,
  { centre, floor, tall, truss }: ReturnType<typeof stageOf>,
) {
  const { width, height } = frame
  const rigs = [rig(random, frame, palette, truss, random.whole(5, 10), true)]
  if (random.chance(0.65))
    rigs.push(rig(random, frame, palette, floor - tall * 0.15, random.whole(4, 8), false))
  const back =
    glow(centre, floor - tall * 0.8, width * 0.75, height * 0.5, palette.key, 0.8) +
    glow(
      centre + random.around(0, width * 0.2),
      floor - tall,
      width * 0.4,
      height * 0.3,
      palette.second,
      0.55,
    ) +
    glow(
      centre + random.around(0, width * 0.08),
      floor - tall * 0.7,
      width * 0.26,
      height * 0.22,
      palette.pale,
      0.8,
    )
  const bar = (y: number) => `<rect y="${y}" width="${width}" height="4" fill="#000"/>`
  return { rigs, back: back + bar(truss - 10) + bar(truss + 7) }
}
