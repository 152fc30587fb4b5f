export type Point = readonly [x: number, y: number]

const n = (value: number) => value.toFixed(1)

export const ellipse = (cx: number, cy: number, rx: number, ry: number, turn = 0): string =>
  `<ellipse cx="${n(cx)}" cy="${n(cy)}" rx="${n(rx)}" ry="${n(ry)}"${turn === 0 ? '' : ` transform="rotate(${n(turn)} ${n(cx)} ${n(cy)})"`}/>`

/** A limb that tapers from one half-width to another, round at both ends. */
export function limb([x1, y1]: Point, [x2, y2]: Point, from: number, to: number): string {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1
  const nx = -(y2 - y1) / length
  const ny = (x2 - x1) / length
  const side = (x: number, y: number, r: number) => `${n(x + nx * r)} ${n(y + ny * r)}`
  return `<path d="M${side(x1, y1, from)}L${side(x2, y2, to)}L${side(x2, y2, -to)}L${side(x1, y1, -from)}Z"/>${ellipse(x1, y1, from, from)}${ellipse(x2, y2, to, to)}`
}

/** Limbs joined end to end. */
export const chain = (points: readonly Point[], widths: readonly number[]): string =>
  points
    .slice(1)
    .map((point, i) => limb(points[i]!, point, widths[i]!, widths[i + 1]!))
    .join('')

/**
 * Lets parts that touch flow into each other, as clothes and skin do: blurred, then cut at half. The colours of the
 * result are those of the parts, unless it is to be of one colour.
 */
export function organic(id: string, radius: number, colour?: string): string {
  const shape = `<feGaussianBlur stdDeviation="${radius}"/><feComponentTransfer result="shape"><feFuncA type="linear" slope="9" intercept="-3.6"/></feComponentTransfer>`
  const paint = `<feFlood flood-color="${colour}"/><feComposite operator="in" in2="shape"/>`
  return `<filter id="${id}" x="-20%" y="-20%" width="140%" height="140%" color-interpolation-filters="sRGB">${shape}${colour === undefined ? '' : paint}</filter>`
}

/** Light that falls off evenly to nothing. */
export function glow(x: number, y: number, rx: number, ry: number, colour: string, strength: number): string {
  const id = `g${Math.round(x * 10)}-${Math.round(y * 10)}-${Math.round(rx * 10)}`
  const stop = (at: number, share: number) =>
    `<stop offset="${at}" stop-color="${colour}" stop-opacity="${(strength * share).toFixed(3)}"/>`
  return `<radialGradient id="${id}">${stop(0, 1)}${stop(0.25, 0.7)}${stop(0.5, 0.34)}${stop(0.75, 0.1)}${stop(1, 0)}</radialGradient><ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="url(#${id})"/>`
}
