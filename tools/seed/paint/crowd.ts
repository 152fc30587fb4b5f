import type { Random } from '../random.ts'
import type { Frame, Palette } from './frame.ts'
import { chain, ellipse, limb, type Point } from './shapes.ts'

type Person = { body: string; screen: string }

const hairs: readonly ((r: number) => string)[] = [
  (r) => ellipse(0, r * 1.05, r, r * 1.1),
  (r) => ellipse(0, r * 1.02, r * 0.98, r),
  (r) => `<path d="M${-r} ${r}Q0 ${-r * 0.7} ${r} ${r}L${r * 1.15} ${r * 3.3}L${-r * 1.15} ${r * 3.3}Z"/>`,
  (r) => ellipse(0, r * 0.9, r * 1.25, r * 1.2),
  (r) => ellipse(0, r * 1.05, r, r * 1.05) + ellipse(r * 0.1, -r * 0.05, r * 0.42, r * 0.4),
  (r) =>
    `<path d="M${-r} ${r * 0.95}A${r} ${r} 0 0 1 ${r} ${r * 0.95}L${r * 1.45} ${r * 1.08}L${-r} ${r * 1.08}Z"/>`,
  (r) =>
    `<path d="M${-r} ${r * 1.1}Q${-r} ${-r * 0.2} 0 ${-r * 0.1}Q${r} ${-r * 0.2} ${r} ${r * 1.1}L${r * 1.1} ${r * 2.1}L${-r * 1.1} ${r * 2.1}Z"/>`,
]

/** Nobody sees hair or fingers below this half-width of a head, px. */
const SMALL = 11

/** Head and shoulders from behind; the crown at 0 0, `r` half the width of the head. */
function back(random: Random, r: number): string {
  if (r < SMALL)
    return `${ellipse(0, r, r, r * 1.2)}<path d="M${-r * 2.4} ${r * 9}L${-r * 2.3} ${r * 3.4}Q0 ${r * 1.6} ${r * 2.3} ${r * 3.4}L${r * 2.4} ${r * 9}Z"/>`
  const fall = r * random.between(0.9, 1.4)
  const shoulders = `<path d="M${-r * 0.5} ${r * 1.7}L${-r * 0.56} ${r * 2.35}C${-r * 1.1} ${r * 2.9} ${-r * 2.4} ${r * 2.5 + fall * 0.4} ${-r * 2.6} ${r * 2.7 + fall}L${-r * 2.8} ${r * 14}L${r * 2.8} ${r * 14}L${r * 2.6} ${r * 2.7 + fall}C${r * 2.4} ${r * 2.5 + fall * 0.4} ${r * 1.1} ${r * 2.9} ${r * 0.56} ${r * 2.35}L${r * 0.5} ${r * 1.7}Z"/>`
  const ears =
    ellipse(-r * 0.88, r * 1.35, r * 0.16, r * 0.3) + ellipse(r * 0.88, r * 1.35, r * 0.16, r * 0.3)
  return `<g transform="rotate(${random.around(0, 5).toFixed(1)})">${ellipse(0, r * 1.25, r * 0.86, r * 1.18)}${ears}${random.pick(hairs)(r)}</g>${shoulders}`
}

/** What a hand does, drawn for a fist of 25 units at 0 0 with the arm coming from below. */
function gesture(random: Random): Person {
  const kind = random.whole(0, 11)
  if (kind <= 3) return { body: ellipse(0, -14, 24, 27) + limb([-18, -20], [16, -28], 12, 12), screen: '' }
  if (kind === 4) {
    const wide = random.chance(0.5)
    const rect = (w: number, h: number, y: number) =>
      `<rect x="${-w / 2}" y="${y}" width="${w}" height="${h}" rx="6"/>`
    const [w, h] = wide ? [92, 46] : [46, 92]
    return { body: ellipse(0, -10, 22, 26) + rect(w, h, -h - 6), screen: rect(w - 10, h - 10, -h - 1) }
  }
  if (kind === 5)
    return {
      body: `${ellipse(0, -12, 22, 24)}${limb([-16, -22], [-22, -68], 7, 5)}${limb([14, -22], [19, -62], 7, 5)}`,
      screen: '',
    }
  const open = random.between(0.9, 1.5)
  const finger = (at: number, long: number) => limb([at * 0.8, -26], [at * open, -62 - long], 7, 5)
  const fingers = [finger(-19, 0), finger(-7, 11), finger(6, 12), finger(18, 3)].join('')
  return { body: ellipse(0, -14, 22, 27) + fingers + limb([18, -6], [42, -34], 8, 5), screen: '' }
}

function raised(random: Random, r: number): Person {
  const side = random.chance(0.5) ? 1 : -1
  const shoulder: Point = [side * r * 2.1, r * 3.5]
  const elbow: Point = [side * r * random.between(1.7, 2.9), r * random.between(-0.1, 1.2)]
  const hand: Point = [elbow[0] + side * r * random.between(-1.2, 0.5), elbow[1] - r * random.between(1.9, 3)]
  const bones = chain([shoulder, elbow, hand], [r * 0.6, r * 0.45, r * 0.27])
  if (r < SMALL) return { body: bones, screen: '' }
  const turn = (Math.atan2(hand[1] - elbow[1], hand[0] - elbow[0]) * 180) / Math.PI + 90 + random.around(0, 8)
  const place = `<g transform="translate(${hand[0].toFixed(1)} ${hand[1].toFixed(1)}) rotate(${turn.toFixed(1)}) scale(${((r / 52) * (random.chance(0.5) ? 1 : -1)).toFixed(3)} ${(r / 52).toFixed(3)})">`
  const { body, screen } = gesture(random)
  return {
    body: `${bones}${place}${body}</g>`,
    screen: screen === '' ? '' : `${place}${screen}</g>`,
  }
}

/** Where the light of the stage comes from. */
export type Lit = { frame: Frame; palette: Palette; x: number; y: number }

/**
 * A row of the crowd whose crowns are near `y` and whose heads are `size` px wide. `hands` is the share of raised
 * arms; `depth` runs from 0, at the stage, to 1, right before the camera. Edges catch the light, the rest is dark.
 */
export function row(
  random: Random,
  { frame, palette, x: sunX, y: sunY }: Lit,
  y: number,
  size: number,
  hands: number,
  depth: number,
): string {
  const reach = frame.width * (0.7 - depth * 0.2)
  const lift = Math.max(1.2, size * 0.03)
  let edges = ''
  let bodies = ''
  let screens = ''
  const gap = size * random.between(1.5, 1.9)
  for (let x = random.between(-0.5, 0.5) * gap; x < frame.width + gap; x += gap * random.between(0.72, 1.3)) {
    const top = y + random.around(0, size * 0.34)
    const r = (size / 2) * random.between(0.86, 1.14)
    const up = random.chance(hands) ? raised(random, r) : { body: '', screen: '' }
    const body = back(random, r) + up.body
    const near = Math.max(0, 1 - Math.hypot(x - sunX, (top - sunY) * 1.4) / reach)
    const shine = (0.1 + 0.9 * near ** 1.3) * random.between(0.35, 1)
    const at = (dy: number) => `transform="translate(${x.toFixed(1)} ${(top + dy).toFixed(1)})"`
    edges += `<g ${at(-lift)} fill="${near > 0.62 ? palette.pale : palette.key}" opacity="${shine.toFixed(2)}">${body}</g>`
    bodies += `<g ${at(0)}>${body}</g>`
    if (up.screen !== '') screens += `<g ${at(0)}>${up.screen}</g>`
  }
  const dark = `hsl(${palette.hue} 50% ${(6 - depth * 4.6).toFixed(1)}%)`
  const display = `<radialGradient id="d" cx=".5" cy=".4" r=".7"><stop offset="0" stop-color="${palette.pale}"/><stop offset=".4" stop-color="${palette.key}" stop-opacity=".75"/><stop offset="1" stop-color="${palette.dark}"/></radialGradient>`
  return `${display}${edges}<g fill="${dark}">${bodies}</g><g fill="url(#d)">${screens}</g>`
}
