import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type APIRequestContext, expect, test } from '@playwright/test'
import sharp from 'sharp'
import { expectAccessible } from './axe.ts'
import { expectNoPicture, listen, openCamera, withCamera } from './camera.ts'
import { signIn, signUp } from './people.ts'

const MOODS = ['happy', 'sad', 'angry', 'neutral'] as const
type Mood = (typeof MOODS)[number]

/** Labelled photos of faces, where they lie beside the project. */
const PHOTOS = path.join(import.meta.dirname, '../../shared/data/faces')
const here = existsSync(path.join(PHOTOS, 'labels.csv'))

// Workers load this file again: what was chosen once travels to them in the environment.
process.env.CAMERA_FILM ??= path.join(tmpdir(), `sharemyshows-camera-${process.pid}.mjpeg`)
const FILM = process.env.CAMERA_FILM

/** The browser plays 30 frames a second; each photo stays longer than the window in which a mood is read. */
const FRAMES = 30 * 7

test.skip(!here, 'there are no labelled photos beside the project')
test.use({ launchOptions: withCamera(FILM) })
test.afterAll(() => rm(FILM, { force: true }))

test('journey 9: four faces (needs data beside the project) are read as four moods, and no picture leaves the page @desktop', async ({
  page,
  request,
  baseURL,
}) => {
  test.setTimeout(360_000)
  const ana = await signUp(request, 'ana')
  const photos: Buffer[] = []
  for (const mood of MOODS) photos.push(await photoOf(request, ana.token, mood))
  await writeFile(FILM, await filmOf(photos))
  await signIn(page, ana.username)
  const sent = listen(page)
  const seen = new Set<string | null>()
  page.on('response', async (answer) => {
    if (answer.url().endsWith('/mood/samples') && answer.ok()) seen.add((await answer.json()).mood)
  })
  await openCamera(page)
  await expect(page.getByText('Read from your face', { exact: false })).toBeVisible({ timeout: 60_000 })
  await expect
    .poll(() => MOODS.filter((mood) => seen.has(mood)), { timeout: 240_000, intervals: [1000] })
    .toEqual([...MOODS])
  await expectAccessible(page, 'MoodDJ with the camera on')
  expectNoPicture(sent, baseURL)
})

/** A photo whose mood is seen plainly, by what the API says of those with that label. */
async function photoOf(request: APIRequestContext, token: string, mood: Mood): Promise<Buffer> {
  const labels = await readFile(path.join(PHOTOS, 'labels.csv'), 'utf8')
  const files = labels
    .split('\n')
    .flatMap((line) => (line.trim().endsWith(`,${mood}`) ? line.split(',', 1) : []))
  for (const file of files) {
    const photo = await readFile(path.join(PHOTOS, file))
    const answer = await request.post('/api/v1/mood/detect', {
      headers: { authorization: `Bearer ${token}` },
      data: { image: photo.toString('base64') },
    })
    const reading = await answer.json()
    if (reading.mood === mood && reading.confidence >= 0.75) return photo
  }
  throw new Error(`none of the photos is plainly ${mood}`)
}

/** A film of photos is one after the other (motion JPEG), all of a size. */
async function filmOf(photos: readonly Buffer[]): Promise<Buffer> {
  const frames = await Promise.all(
    photos.map((photo) =>
      sharp(photo).resize(640, 480, { fit: 'contain', background: '#777' }).jpeg({ quality: 90 }).toBuffer(),
    ),
  )
  return Buffer.concat(frames.flatMap((frame) => Array<Buffer>(FRAMES).fill(frame)))
}
