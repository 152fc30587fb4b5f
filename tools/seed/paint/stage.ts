import type { Random } from '../random.ts'
import { drummer, type Figure, guitarist, keyboarder, singer } from './figure.ts'
import type { Frame, Palette } from './frame.ts'
import { organic } from './shapes.ts'

/** Where the feet are and how tall somebody is, px; `side` is where the lamp stands that draws the edge. */
export type Place = { x: number; y: number; height: number; side: number }

/** A figure dark against the light; the edge towards the lamp catches it, most of all on head and shoulders. */
export function stand(figure: Figure, { x, y, height, side }: Place, rim: string, low: string): string {
  const id = `o${Math.round(x)}-${Math.round(height)}`
  const edge = Math.max(0.9, height * 0.004)
  const at = (dx: number, dy: number) => `transform="translate(${x + dx} ${y + dy}) scale(${height / 1000})"`
  const fall = `<linearGradient id="${id}f" gradientUnits="userSpaceOnUse" x1="${side * 120}" y1="-1000" x2="${side * 40}" y2="-380"><stop offset="0" stop-color="${rim}"/><stop offset=".45" stop-color="${low}"/><stop offset="1" stop-color="${BLACK}"/></linearGradient>`
  const fine = height > DETAIL
  const filters = fine ? organic(`${id}r`, 7) + organic(`${id}b`, 7, BLACK) : ''
  const body = (filter: string) =>
    (fine ? `<g filter="url(#${filter})">${figure.soft}</g>` : figure.soft) + figure.hard
  return `${filters}${fall}<g ${at(side * edge, -edge * 0.7)} fill="url(#${id}f)" opacity=".85">${body(`${id}r`)}</g><g ${at(0, 0)} fill="${BLACK}">${body(`${id}b`)}</g>`
}

const BLACK = '#060509'

/** Taller than this, in px, the joints of a figure can be seen. */
const DETAIL = 420

const box = (x: number, y: number, width: number, height: number, more = '') =>
  `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${width.toFixed(1)}" height="${height.toFixed(1)}" ${more}/>`

/** Stacks of amplifiers and monitors, so that the stage is not bare. */
function gear(random: Random, centre: number, floor: number, tall: number): string {
  const stacks = [-1, 1].flatMap((side) =>
    Array.from({ length: random.whole(1, 3) }, (_, i) => {
      const width = tall * random.between(0.28, 0.4)
      const height = tall * random.between(0.34, 0.66)
      return box(
        centre + side * tall * (0.95 + i * 0.48) - width / 2,
        floor - height,
        width,
        height,
        'rx="3"',
      )
    }),
  )
  const monitors = [-1.3, -0.3, 0.6, 1.5].map((at) => {
    const x = centre + tall * (at + random.around(0, 0.1))
    return `<path d="M${x} ${floor + tall * 0.05}l${tall * 0.08} ${-tall * 0.13}l${tall * 0.2} 0l${tall * 0.08} ${tall * 0.13}Z"/>`
  })
  return `<g fill="#07060b">${stacks.join('')}${monitors.join('')}</g>`
}

/** A band on its stage: drums on a riser, the others before it, nobody quite in line. */
export function band(
  random: Random,
  frame: Frame,
  palette: Palette,
  centre: number,
  floor: number,
  tall: number,
): string {
  const rim = random.chance(0.6) ? palette.pale : palette.key
  const side = random.chance(0.5) ? 1 : -1
  const step = tall * random.between(0.8, 1.1)
  const riser = floor - tall * 0.17
  const at = (figure: Figure, x: number, y: number, height: number) =>
    stand(figure, { x, y, height, side }, rim, palette.key)
  const others = random.shuffled([guitarist, guitarist, keyboarder]).slice(0, random.whole(1, 3))
  const places = random.shuffled([-1, 1, random.pick([2, -2])])
  return [
    gear(random, centre, floor, tall),
    box(centre - tall * 0.6, riser, tall * 1.2, tall * 0.2, 'fill="#08070c"'),
    at(drummer(random), centre + random.around(0, 6), riser, tall * 0.9),
    ...others.map((kind, i) =>
      at(
        kind(random),
        centre + (places[i]! + random.around(0, 0.12)) * step,
        floor - tall * 0.02,
        tall * random.between(0.93, 1.05),
      ),
    ),
    at(singer(random), centre + random.around(0, step * 0.25), floor + tall * 0.05, tall * 1.04),
    box(0, floor, frame.width, frame.height - floor, 'fill="#060509"'),
  ].join('')
}
