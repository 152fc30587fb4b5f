/** A part of a picture, in pixels; it may reach beyond its edges. */
export type Box = { left: number; top: number; right: number; bottom: number }

const area = ({ left, top, right, bottom }: Box) => Math.max(0, right - left) * Math.max(0, bottom - top)

/** How much of two boxes is the same, 0 to 1: intersection over union. */
export function overlap(one: Box, other: Box): number {
  const shared = area({
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  })
  return shared === 0 ? 0 : shared / (area(one) + area(other) - shared)
}

/** The square around the same middle, `factor` times as large as the longer side. */
export function square({ left, top, right, bottom }: Box, factor: number): Box {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2]
  const half = (factor * Math.max(right - left, bottom - top)) / 2
  return { left: x - half, top: y - half, right: x + half, bottom: y + half }
}

/** One box for each thing that was found, the surest: those that lie over a surer one are the same thing. */
export function distinct<T extends { box: Box; confidence: number }>(found: readonly T[], most: number): T[] {
  const kept: T[] = []
  for (const next of found.toSorted((a, b) => b.confidence - a.confidence)) {
    if (kept.every(({ box }) => overlap(box, next.box) <= most)) kept.push(next)
  }
  return kept
}

export const byArea = (one: Box, other: Box): number => area(other) - area(one)
