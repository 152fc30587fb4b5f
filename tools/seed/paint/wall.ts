import type { Random } from '../random.ts'
import type { Palette } from './frame.ts'

type Box = { x: number; y: number; width: number; height: number }

const bars = (random: Random, box: Box, palette: Palette) => {
  const count = random.whole(9, 22)
  const step = box.width / count
  return Array.from({ length: count }, (_, i) => {
    const share = 0.15 + 0.85 * Math.abs(Math.sin(i * random.between(0.3, 0.9)))
    const height = box.height * share
    const y = box.y + (box.height - height) / 2
    return `<rect x="${box.x + i * step + step * 0.12}" y="${y}" width="${step * 0.76}" height="${height}" fill="${random.chance(0.7) ? palette.key : palette.second}" fill-opacity="${random.between(0.5, 1)}"/>`
  }).join('')
}

const sun = (random: Random, box: Box, palette: Palette) => {
  const cx = box.x + box.width * random.between(0.35, 0.65)
  const cy = box.y + box.height * random.between(0.45, 0.6)
  const r = box.height * random.between(0.3, 0.44)
  const cuts = Array.from(
    { length: 6 },
    (_, i) =>
      `<rect x="${cx - r}" y="${cy + r * (0.1 + i * 0.15)}" width="${r * 2}" height="${r * (0.015 + i * 0.012)}" fill="${palette.dark}"/>`,
  )
  return `<linearGradient id="sun" x2="0" y2="1"><stop offset="0" stop-color="${palette.pale}"/><stop offset=".5" stop-color="${palette.key}"/><stop offset="1" stop-color="${palette.second}"/></linearGradient><rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" fill="${palette.second}" fill-opacity=".22"/><circle cx="${cx}" cy="${cy}" r="${r}" fill="url(#sun)"/>${random.chance(0.6) ? cuts.join('') : ''}`
}

const rings = (random: Random, box: Box, palette: Palette) => {
  const cx = box.x + box.width / 2
  const cy = box.y + box.height * random.between(0.4, 0.6)
  return Array.from(
    { length: 9 },
    (_, i) =>
      `<circle cx="${cx}" cy="${cy}" r="${box.height * (0.06 + i * 0.1)}" fill="none" stroke="${i % 3 === 0 ? palette.pale : i % 2 ? palette.key : palette.second}" stroke-width="${box.height * random.between(0.012, 0.05)}" stroke-opacity="${1 - i * 0.08}"/>`,
  ).join('')
}

const waves = (random: Random, box: Box, palette: Palette) =>
  Array.from({ length: 14 }, (_, i) => {
    const y = box.y + (box.height * (i + 0.5)) / 14
    const swing = box.height * random.between(0.04, 0.16)
    const third = box.width / 3
    return `<path d="M${box.x} ${y} c${third} ${-swing * 3} ${third * 2} ${swing * 3} ${box.width} 0" fill="none" stroke="${i % 2 ? palette.key : palette.second}" stroke-width="${box.height * random.between(0.015, 0.05)}" stroke-opacity="${random.between(0.5, 1)}"/>`
  }).join('')

const clouds = (random: Random, box: Box, palette: Palette) =>
  `<filter id="clouds" x="0" y="0" width="100%" height="100%"><feTurbulence type="turbulence" baseFrequency="${random.between(0.004, 0.01)}" numOctaves="3" seed="${random.whole(1, 9999)}"/><feColorMatrix values="0 0 0 0 1 0 0 0 0 1 0 0 0 0 1 3 1 0 0 -.5"/></filter><rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" fill="${palette.key}" fill-opacity=".5"/><rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" filter="url(#clouds)" opacity=".45"/>`

/** A wall of LEDs behind the band: a moving picture caught at 1/60 s, with the seams of its panels. */
export function ledWall(random: Random, box: Box, palette: Palette): string {
  const picture = random.pick([bars, sun, rings, waves, clouds])(random, box, palette)
  const panel = box.width / random.whole(6, 10)
  const seams = `<pattern id="seams" width="${panel}" height="${panel}" patternUnits="userSpaceOnUse" x="${box.x}" y="${box.y}"><path d="M0 0H${panel}M0 0V${panel}" stroke="#000" stroke-opacity=".5" stroke-width="2" fill="none"/></pattern>`
  const dots = `<pattern id="dots" width="5" height="5" patternUnits="userSpaceOnUse"><path d="M0 0H5M0 0V5" stroke="#000" stroke-opacity=".28" stroke-width="1.4"/></pattern>`
  const area = `x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}"`
  return `<clipPath id="wall"><rect ${area}/></clipPath>${seams}${dots}<rect ${area} fill="${palette.dark}"/><rect ${area} fill="${palette.second}" fill-opacity=".3"/><g clip-path="url(#wall)">${picture}</g><rect ${area} fill="url(#seams)"/><rect ${area} fill="url(#dots)"/>`
}
