import type { Sharp } from 'sharp'
import { createRandom, type Random } from '../random.ts'
import { blend } from './blend.ts'
import { draw, type Frame, imageOf, type Pixels } from './frame.ts'

/** What a lens adds: bright places bleed into dark ones. */
async function bloom(pixels: Pixels): Promise<Pixels> {
  const width = Math.round(pixels.width / 6)
  const height = Math.round(pixels.height / 6)
  const small = imageOf(pixels).removeAlpha().resize(width, height)
  const data = await small
    .linear(1.5, -110)
    .blur(pixels.width / 150)
    .ensureAlpha()
    .raw()
    .toBuffer()
  return { width, height, data }
}

/** What a sensor adds at ISO 6400. sharp's own noise cannot be repeated, and one sheet serves all pictures. */
function noise({ width, height }: Frame): Pixels {
  const random = createRandom('grain')
  const data = Buffer.alloc(width * height * 4, 255)
  for (let i = 0; i < data.length; i += 4) {
    const grey = random.around(128, 17)
    for (let c = 0; c < 3; c++) data[i + c] = grey + random.between(-9, 9)
  }
  return { width, height, data }
}

const sheets = new Map<string, Pixels>()

function grainOf(frame: Frame): Pixels {
  const key = `${frame.width}x${frame.height}`
  const sheet = sheets.get(key) ?? noise(frame)
  sheets.set(key, sheet)
  return sheet
}

const vignette = ({ width, height }: Frame, strength: number) => {
  const grey = Math.round(255 * (1 - strength))
  return `<radialGradient id="v" cx=".5" cy=".46" r=".75"><stop offset=".45" stop-color="#fff"/><stop offset="1" stop-color="rgb(${grey},${grey},${grey})"/></radialGradient><rect width="${width}" height="${height}" fill="url(#v)"/>`
}

/** Makes a photograph of a drawing: bloom, vignette, the size of the film, and grain last. */
export async function develop(random: Random, pixels: Pixels, frame: Frame): Promise<Sharp> {
  blend(pixels, await bloom(pixels), 'screen')
  blend(pixels, await draw(pixels, vignette(pixels, random.between(0.3, 0.55)), 0.1), 'multiply')
  const data = await imageOf(pixels).resize(frame.width, frame.height).raw().toBuffer()
  const film = { ...frame, data }
  blend(film, grainOf(frame), 'grain')
  return imageOf(film).removeAlpha().linear(1.14, -3)
}
