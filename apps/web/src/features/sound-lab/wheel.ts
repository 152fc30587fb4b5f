/** The side of the square in which the circle of fifths is drawn. */
export const WHEEL = 240
const CENTRE = WHEEL / 2
const STEP = (2 * Math.PI) / 12
/** Between two sectors, in radians. */
const GAP = 0.012

/** Radii of the two rings: major keys outside, their relative minor ones inside. */
export const RINGS = {
  major: { inner: 80, outer: 118 },
  minor: { inner: 46, outer: 78 },
} as const

const digit = (number: number) => Math.round(number * 100) / 100

/** The point at an angle (0 on top, clockwise) and a distance from the centre. */
const pointAt = (angle: number, radius: number) => ({
  x: digit(CENTRE + radius * Math.sin(angle)),
  y: digit(CENTRE - radius * Math.cos(angle)),
})

/** The outline of the sector at a place of the circle, 0 to 11 from the top clockwise. */
export function sectorPath(place: number, { inner, outer }: { inner: number; outer: number }): string {
  const [from, to] = [(place - 0.5) * STEP + GAP, (place + 0.5) * STEP - GAP]
  const [a, b, c, d] = [pointAt(from, outer), pointAt(to, outer), pointAt(to, inner), pointAt(from, inner)]
  return `M${a.x} ${a.y}A${outer} ${outer} 0 0 1 ${b.x} ${b.y}L${c.x} ${c.y}A${inner} ${inner} 0 0 0 ${d.x} ${d.y}Z`
}

/** The middle of that sector, where its name stands. */
export const sectorCentre = (place: number, { inner, outer }: { inner: number; outer: number }) =>
  pointAt(place * STEP, (inner + outer) / 2)
