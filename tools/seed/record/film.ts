import sharp from 'sharp'
import { paletteOf } from '../paint/frame.ts'
import { paint } from '../paint/paint.ts'
import type { Random } from '../random.ts'
import type { Artist } from '../world/artists.ts'
import { avi } from './avi.ts'
import { RATE, tune } from './tune.ts'

const WIDE = { width: 960, height: 540 }
const SEEN = { width: 640, height: 360 }
const PER_SECOND = 12

/** A few seconds held up in the crowd: the hand wanders, the light follows the beat. */
export async function film(
  random: Random,
  { lamps }: Artist,
  { seconds, begun }: { seconds: number; begun: string },
): Promise<Buffer> {
  const kind = random.pick(['wide', 'hands', 'club', 'balcony'] as const)
  const picture = await paint(kind, random.fork('picture'), WIDE, paletteOf(...lamps))
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true })
  const raw = { width: info.width, height: info.height, channels: info.channels }
  const [sway, lift] = [random.between(0.5, 1.2), random.between(0.3, 0.9)]
  const pictures: Buffer[] = []
  for (let i = 0; i < seconds * PER_SECOND; i++) {
    const at = i / PER_SECOND
    const left = Math.round((0.5 + 0.5 * Math.sin(at * sway)) * (info.width - SEEN.width))
    const top = Math.round((0.5 + 0.5 * Math.cos(at * lift)) * (info.height - SEEN.height))
    const light = 0.8 + 0.35 * Math.abs(Math.sin(at * Math.PI * 2))
    const view = sharp(data, { raw })
      .extract({ left, top, ...SEEN })
      .linear(light, 0)
    pictures.push(await view.jpeg({ quality: 80 }).toBuffer())
  }
  const sound = tune(random.fork('sound'), seconds)
  return avi({ pictures, ...SEEN, perSecond: PER_SECOND, sound, rate: RATE, begun })
}
