import type { Random } from '../random.ts'
import type { Frame, Palette } from './frame.ts'
import { glow } from './shapes.ts'

/** A row of lamps: where it hangs, where its beams meet, and how wide they open (px at the far end). */
export type Rig = {
  lamps: readonly { x: number; y: number; aimX: number; aimY: number; colour: string; power: number }[]
  width: number
}

/** Hangs lamps from a truss or stands them on the floor behind the band. */
export function rig(
  random: Random,
  frame: Frame,
  palette: Palette,
  y: number,
  count: number,
  down: boolean,
): Rig {
  const { width, height } = frame
  const fan = random.between(-0.7, 0.9)
  const sway = random.between(-0.15, 0.15) * width
  const from = random.between(0.02, 0.14) * width
  const step = (width - 2 * from) / Math.max(1, count - 1)
  const alternate = random.chance(0.5)
  const lamps = Array.from({ length: count }, (_, i) => {
    const x = from + step * i
    const away = (x - width / 2) * fan + sway + random.around(0, width * 0.02)
    return {
      x,
      y: y + Math.abs(x - width / 2) * random.between(-0.004, 0.004),
      aimX: x + away,
      aimY: down ? y + height * random.between(0.75, 0.95) : y - height * random.between(0.7, 1),
      colour: (alternate ? i % 2 === 0 : x < width / 2) ? palette.key : palette.second,
      power: random.chance(0.12) ? 0.15 : random.between(0.55, 1),
    }
  })
  return { lamps, width: width * random.between(0.05, 0.13) }
}

/** The cones of light that haze makes visible; meant to be added to the picture. */
export function beams(rigs: readonly Rig[]): string {
  const parts = rigs.flatMap((one, r) =>
    one.lamps.map((lamp, i) => {
      const id = `b${r}-${i}`
      const angle = Math.atan2(lamp.aimY - lamp.y, lamp.aimX - lamp.x)
      const side = (at: { x: number; y: number }, half: number, sign: number) =>
        `${(at.x - Math.sin(angle) * half * sign).toFixed(1)} ${(at.y + Math.cos(angle) * half * sign).toFixed(1)}`
      const end = { x: lamp.aimX, y: lamp.aimY }
      const cone = (half: number, share: number) =>
        `<path fill="url(#${id})" fill-opacity="${(lamp.power * share).toFixed(2)}" d="M${side(lamp, 5, 1)} L${side(end, half, 1)} L${side(end, half, -1)} L${side(lamp, 5, -1)}Z"/>`
      return `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="${lamp.x}" y1="${lamp.y}" x2="${lamp.aimX}" y2="${lamp.aimY}"><stop offset="0" stop-color="#fff"/><stop offset="0.06" stop-color="${lamp.colour}" stop-opacity=".95"/><stop offset="0.45" stop-color="${lamp.colour}" stop-opacity=".38"/><stop offset="1" stop-color="${lamp.colour}" stop-opacity="0"/></linearGradient>${cone(one.width, 0.55)}${cone(one.width * 0.42, 0.5)}`
    }),
  )
  return `<g style="mix-blend-mode:screen">${parts.join('')}</g>`
}

/** The lamps themselves: burnt-out discs with a halo. */
export const lamps = (rigs: readonly Rig[], size: number): string =>
  rigs
    .flatMap(({ lamps: all }) => all)
    .map(
      ({ x, y, colour, power }) =>
        glow(x, y, size * 6 * power, size * 6 * power, colour, 0.75 * power) +
        glow(x, y, size * 1.7 * power, size * 1.5 * power, '#fff', 1),
    )
    .join('')

/** Smoke: grey clouds, to be multiplied with beams or screened over the floor. */
export function smoke(random: Random, frame: Frame, low: number, high: number): string {
  const size = (2.2 / frame.width).toFixed(5)
  const slope = (high - low).toFixed(2)
  return `<filter id="smoke" x="0" y="0" width="100%" height="100%" color-interpolation-filters="sRGB"><feTurbulence type="fractalNoise" baseFrequency="${size} ${(Number(size) * 1.8).toFixed(5)}" numOctaves="4" seed="${random.whole(1, 9999)}"/><feColorMatrix values="1.6 0 0 0 -.3 1.6 0 0 0 -.3 1.6 0 0 0 -.3 0 0 0 0 1"/><feComponentTransfer>${['R', 'G', 'B'].map((c) => `<feFunc${c} type="linear" slope="${slope}" intercept="${low}"/>`).join('')}</feComponentTransfer></filter><rect width="${frame.width}" height="${frame.height}" filter="url(#smoke)"/>`
}
