import { mkdtempSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Rendition } from './render.ts'

/** Top left, top right, bottom left, bottom right. */
const CORNERS = { a: '#c81e1e', b: '#1ec81e', c: '#1e1ec8', d: '#e6e6e6' }

/** A HEIC file as iPhones write them: Display P3, turned by an irot box, with the EXIF orientation as well. */
export const HEIC_FIXTURE = new URL('./fixtures/rotated-p3.heic', import.meta.url).pathname

const folder = mkdtempSync(join(tmpdir(), 'images-'))
process.on('exit', () => rmSync(folder, { recursive: true }))
let files = 0

/** A path of its own in a folder that goes when the tests end. */
export function photoPath(name = 'photo'): string {
  return join(folder, `${++files}-${name}`)
}

export async function photoFile(bytes: Uint8Array, name?: string): Promise<string> {
  const path = photoPath(name)
  await writeFile(path, bytes)
  return path
}

/** A wide picture with four coloured corners. */
export async function cornersPng(width = 128, height = 64): Promise<Buffer> {
  const quarter = (background: string) =>
    sharp({ create: { width: width / 2, height: height / 2, channels: 3, background } })
      .png()
      .toBuffer()
  const [a, b, c, d] = await Promise.all(Object.values(CORNERS).map(quarter))
  return sharp({ create: { width, height, channels: 3, background: '#000' } })
    .composite([
      { input: a!, left: 0, top: 0 },
      { input: b!, left: width / 2, top: 0 },
      { input: c!, left: 0, top: height / 2 },
      { input: d!, left: width / 2, top: height / 2 },
    ])
    .png()
    .toBuffer()
}

/** An animation of plain 40 × 40 frames. */
export async function animation(format: 'gif' | 'webp', colours: string[]): Promise<Buffer> {
  const frame = (background: string) =>
    sharp({ create: { width: 40, height: 40, channels: 3, background } })
      .png()
      .toBuffer()
  const frames = await Promise.all(colours.map(frame))
  return sharp(frames, { join: { animated: true } })
    .toFormat(format)
    .toBuffer()
}

/** Which of the four colours stands in each corner, read left to right, top to bottom: `abcd` as made. */
export async function cornersOf(image: Buffer): Promise<string> {
  const { data, info } = await sharp(image).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const inset = 6
  const right = info.width - 1 - inset
  const bottom = info.height - 1 - inset
  const places = [inset, inset, right, inset, inset, bottom, right, bottom]
  let names = ''
  for (let at = 0; at < places.length; at += 2) {
    const offset = (places[at + 1]! * info.width + places[at]!) * info.channels
    names += nearestCorner(data.subarray(offset, offset + 3))
  }
  return names
}

function nearestCorner(rgb: Buffer): string {
  const distance = (colour: string) => {
    const wanted = Buffer.from(colour.slice(1), 'hex')
    return Math.hypot(rgb[0]! - wanted[0]!, rgb[1]! - wanted[1]!, rgb[2]! - wanted[2]!)
  }
  const [name, colour] = Object.entries(CORNERS).sort(([, x], [, y]) => distance(x) - distance(y))[0]!
  return distance(colour) < 40 ? name : '?'
}

/** A sink that keeps what it is given, by name and in order. */
export function collectingSink() {
  const kept: Rendition[] = []
  return {
    kept,
    sink: async (rendition: Rendition) => void kept.push(rendition),
    bytes: (name: Rendition['name']) => kept.find((rendition) => rendition.name === name)!.bytes,
  }
}

/** The pixel in the middle, as red, green, blue and, where there is one, alpha. */
export async function middlePixel(image: Buffer): Promise<number[]> {
  const { data, info } = await sharp(image).raw().toBuffer({ resolveWithObject: true })
  const at = (Math.floor(info.height / 2) * info.width + Math.floor(info.width / 2)) * info.channels
  return [...data.subarray(at, at + info.channels)]
}
