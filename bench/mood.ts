/**
 * `npm run bench:mood` holds the face reader against photos that people labelled, in FACES_DATA (../shared/data/faces otherwise): a
 * folder with labels.csv (file, label). A photo without a face counts as wrong. Then it reads the same photos as a webcam shows
 * them in Chromium, if there is one. One JSON line a figure.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createFaceReader, type FaceReader, likeliest } from '@sharemyshows/mood/face'
import { MOODS, type Mood } from '@sharemyshows/mood/moods'
import { PICTURE_SIDE } from '../apps/server/src/features/moods/actions/detect-mood.ts'
import { readNets } from '../apps/server/src/features/moods/actions/face-nets.ts'
import { decodePicture } from '../apps/server/src/platform/images/index.ts'
import { msAFrame } from './mood/webcam.ts'

type Read = { label: string; mood: Mood | null; confidence: number; found: boolean; ms: number }

const folder = process.env.FACES_DATA || join(import.meta.dirname, '../../shared/data/faces')
const say = (figure: string, value: number | null, unit: string, of?: number) =>
  console.log(JSON.stringify({ figure, value: value === null ? null : Number(value.toFixed(3)), unit, of }))
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

if (existsSync(join(folder, 'labels.csv'))) await measure()
else console.log(`There are no labelled photos in ${folder}; FACES_DATA says where some are.`)

async function measure(): Promise<void> {
  const photos = readFileSync(join(folder, 'labels.csv'), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','))
  const reader = await createFaceReader(await readNets())
  const all: Read[] = []
  for (const [file = '', label = ''] of photos) all.push(await read(reader, file, label))
  const right = (some: Read[]) => mean(some.map(({ label, mood }) => Number(label === mood)))
  say('accuracy', right(all), 'share', all.length)
  say('macro-F1', mean(MOODS.map((mood) => f1(all, mood))), 'share', all.length)
  for (const mood of MOODS) {
    const some = all.filter(({ label }) => label === mood)
    say(`recall of ${mood}`, right(some), 'share', some.length)
  }
  say('faces found', mean(all.map(({ found }) => Number(found))), 'share', all.length)
  for (const least of [0.5, 0.7]) {
    const sure = all.filter(({ confidence }) => confidence >= least)
    say(`accuracy at confidence ${least}`, right(sure), 'share', sure.length)
    say(`photos at confidence ${least}`, sure.length / all.length, 'share', all.length)
  }
  say('a photo in Node', mean(all.slice(1).map(({ ms }) => ms)), 'ms', all.length - 1)
  const first = photos.find(([, label]) => label === 'happy')?.[0]
  const frame = first === undefined ? null : await msAFrame(join(folder, first))
  if (frame === null)
    console.log('No frame was read in Chromium: there is none here, or the web app is not built.')
  else say('a frame in Chromium', frame, 'ms')
}

async function read(reader: FaceReader, file: string, label: string): Promise<Read> {
  const start = performance.now()
  const picture = await decodePicture(readFileSync(join(folder, file)), PICTURE_SIDE)
  if (!picture.ok) throw new Error(`${file}: ${picture.message}`)
  const { landmarks_detected: found, scores } = reader.read(picture)
  return { label, ...likeliest(scores), found, ms: performance.now() - start }
}

function f1(all: Read[], mood: Mood): number {
  const hits = all.filter((one) => one.label === mood && one.mood === mood).length
  const [said, were] = [
    all.filter((one) => one.mood === mood).length,
    all.filter((one) => one.label === mood).length,
  ]
  return said + were === 0 ? 0 : (2 * hits) / (said + were)
}
