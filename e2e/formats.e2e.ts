import { readFile } from 'node:fs/promises'
import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import sharp from 'sharp'
import { newName, signUp } from './people.ts'

type Kind = 'photos' | 'audio' | 'videos'
type File = { kind: Kind; name: string; buffer: Buffer }

const MEDIA = 'apps/server/test/media'
const NAMES: Readonly<Record<Exclude<Kind, 'photos'>, readonly string[]>> = {
  audio: ['tone.mp3', 'mono-8khz.wav', 'tone.ogg', 'tone.m4a', 'tone.flac', 'tone.aiff', 'tone.opus'],
  videos: ['clip.mp4', 'clip.mov', 'clip.avi', 'clip.mkv', 'clip.webm'],
}

/** One real file of every format that is taken. */
async function files(): Promise<File[]> {
  const picture = sharp({ create: { width: 320, height: 240, channels: 3, background: '#835' } })
  const photos = (['png', 'jpeg', 'gif', 'webp', 'avif'] as const).map(async (format): Promise<File> => {
    return {
      kind: 'photos',
      name: `photo.${format}`,
      buffer: await picture.clone().toFormat(format).toBuffer(),
    }
  })
  const heic = await readFile('apps/server/src/platform/images/fixtures/rotated-p3.heic')
  const recordings = (['audio', 'videos'] as const).flatMap((kind) =>
    NAMES[kind].map(
      async (name): Promise<File> => ({ kind, name, buffer: await readFile(`${MEDIA}/${name}`) }),
    ),
  )
  const all = await Promise.all([...photos, ...recordings])
  return [...all, { kind: 'photos', name: 'photo.heic', buffer: heic }]
}

async function addAll(request: APIRequestContext): Promise<{ path: string; name: string; kind: Kind }[]> {
  const { token } = await signUp(request, 'ana')
  const headers = { authorization: `Bearer ${token}` }
  const data = { artist_name: newName('Spinvis'), venue_name: 'Town Hall', show_date: '2024-06-01' }
  const show = await (await request.post('/api/v1/shows', { headers, data })).json()
  const added = []
  for (const { kind, name, buffer } of await files()) {
    const file = { name, mimeType: 'application/octet-stream', buffer }
    const answer = await request.post(`/api/v1/${kind}`, { headers, multipart: { show_id: show.id, file } })
    expect([name, answer.status()]).toEqual([name, 201])
    added.push({ kind, name, path: `/api/v1/${kind}/${(await answer.json()).id}` })
  }
  return added
}

/** Resolves once the browser shows a picture, or has played some of what plays. */
const enjoy = (page: Page, kind: Kind, src: string) =>
  page.evaluate(
    async ([kind, src]) => {
      if (kind === 'photos') {
        const image = Object.assign(new Image(), { src })
        await image.decode()
        return image.naturalWidth
      }
      const player = Object.assign(document.createElement(kind === 'audio' ? 'audio' : 'video'), { src })
      player.muted = true
      await player.play()
      while (player.currentTime === 0) await new Promise((resolve) => setTimeout(resolve, 50))
      return player.currentTime
    },
    [kind, src] as const,
  )

test('every format is taken, and what is made of it shows or plays for a stranger @desktop', async ({
  page,
  request,
}) => {
  test.setTimeout(180_000)
  const added = await addAll(request)
  await page.goto('/')
  for (const { kind, name, path } of added) {
    const read = async () => (await request.get(path)).json()
    await expect.poll(async () => [name, (await read()).state], { timeout: 60_000 }).toEqual([name, 'ready'])
    const { urls } = await read()
    const made = kind === 'photos' ? urls.display : urls.stream
    expect(await enjoy(page, kind, made), name).toBeGreaterThan(0)
  }
})
