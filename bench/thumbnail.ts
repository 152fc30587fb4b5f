import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { median, report } from './measure.ts'
import { me } from './populate.ts'
import type { World } from './world.ts'

const ROUNDS = 9

/** A 12-megapixel JPEG of some 4 MB: gradients, shapes and grain, as a camera in a dark hall makes them. */
async function takePhoto(seed: number): Promise<Buffer> {
  const beams = Array.from({ length: 7 }, (_, i) => {
    const x = (seed * 331 + i * 617) % 4000
    return `<polygon points="${x},0 ${x - 500},3000 ${x + 500},3000" fill="hsl(${(seed * 40 + i * 50) % 360} 80% 60%)" opacity=".3"/>`
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="3000"><rect width="4000" height="3000" fill="#101018"/>${beams.join('')}</svg>`
  const grain = await sharp({
    create: {
      width: 4000,
      height: 3000,
      channels: 3,
      background: '#808080',
      noise: { type: 'gaussian', mean: 128, sigma: 14 },
    },
  })
    .png({ compressionLevel: 1 })
    .toBuffer()
  return sharp(Buffer.from(svg))
    .composite([{ input: grain, blend: 'soft-light' }])
    .jpeg({ quality: 88 })
    .toBuffer()
}

/** Posts a photo and asks for its thumbnail until it is served; milliseconds. */
async function postAndFetch(url: string, photo: Buffer): Promise<number> {
  const headers = { authorization: `Bearer ${me().token}` }
  const form = new FormData()
  form.set('file', new File([new Uint8Array(photo)], 'photo.jpg'))
  const began = performance.now()
  const posted = await fetch(`${url}/api/v1/photos`, { method: 'POST', headers, body: form })
  const { id } = (await posted.json()) as { id: string }
  for (;;) {
    const response = await fetch(`${url}/api/v1/photos/${id}/thumbnail`, { headers })
    await response.arrayBuffer()
    if (response.status === 200) return performance.now() - began
    if (performance.now() - began > 60_000) throw new Error(`no thumbnail: ${response.status}`)
  }
}

/** sharp alone: one decode, the same three WebP files; milliseconds. */
async function sharpAlone(file: string, out: string): Promise<number> {
  const began = performance.now()
  const { data, info } = await sharp(file)
    .rotate()
    .resize(1600, 1600, { fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const raw = { width: info.width, height: info.height, channels: info.channels }
  await Promise.all([
    sharp(data, { raw }).webp({ quality: 80 }).toFile(path.join(out, 'display.webp')),
    sharp(data, { raw })
      .resize(800, 800, { fit: 'inside' })
      .webp({ quality: 80 })
      .toFile(path.join(out, 'preview.webp')),
    sharp(data, { raw })
      .resize(320, 320, { fit: 'inside' })
      .webp({ quality: 80 })
      .toFile(path.join(out, 'thumbnail.webp')),
  ])
  return performance.now() - began
}

/** A 12 MP photo posted until its thumbnail is served, against sharp making the same renditions; the bar is 1.5. */
export async function measureThumbnail(world: World): Promise<void> {
  const dir = await mkdtemp(path.join(tmpdir(), 'sms-bench-photo-'))
  const file = path.join(dir, 'photo.jpg')
  const [ours, alone]: [number[], number[]] = [[], []]
  for (let round = -1; round < ROUNDS; round++) {
    const photo = await takePhoto(round + 2)
    await writeFile(file, photo)
    const results = [await postAndFetch(world.ours.url, photo), await sharpAlone(file, dir)] as const
    // the first round only warms up
    if (round >= 0) {
      ours.push(results[0])
      alone.push(results[1])
    }
  }
  await rm(dir, { recursive: true, force: true })
  const ratio = median(ours.map((ms, i) => ms / (alone[i] as number)))
  report({ name: 'thumbnail', value: median(ours), unit: 'ms', ceiling: median(alone), ratio })
}
