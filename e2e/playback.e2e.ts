import { readFile } from 'node:fs/promises'
import { type APIRequestContext, expect, type Locator, test } from '@playwright/test'
import { wav } from '../tools/seed/record/wav.ts'
import { expectAccessible } from './axe.ts'
import { newName, signIn, signUp } from './people.ts'

/** A minute of a tone. */
function tone(): Buffer {
  const level = (at: number) => 0.7 * Math.sin(at / 6) * Math.sin(at / 40_000)
  const samples = Float32Array.from({ length: 8000 * 60 }, (_, at) => level(at))
  return wav(samples, 8000, { title: 'Tone', artist: 'Nobody', begun: '2024-06-01T21:00:00' })
}

type Sent = { noun: 'audio' | 'videos'; name: string; mimeType: string; buffer: Buffer; title: string }

async function recordedNight(request: APIRequestContext, token: string, files: Sent[]) {
  const headers = { authorization: `Bearer ${token}` }
  const data = { artist_name: newName('Spinvis'), venue_name: 'Town Hall', show_date: '2024-06-01' }
  const show = await (await request.post('/api/v1/shows', { headers, data })).json()
  const send = async ({ noun, title, ...file }: Sent) => {
    const multipart = { show_id: show.id as string, title, file }
    const added = await request.post(`/api/v1/${noun}`, { headers, multipart })
    expect(added.status()).toBe(201)
    return `/api/v1/${noun}/${(await added.json()).id}`
  }
  for (const path of await Promise.all(files.map(send))) {
    const state = async () => (await (await request.get(path, { headers })).json()).state
    await expect.poll(state, { timeout: 60_000 }).toBe('ready')
  }
  return show.id as string
}

const secondOf = async (slider: Locator) => Number(await slider.getAttribute('aria-valuenow'))

test('what plays goes on while pages change, and one video after it @desktop', async ({ page, request }) => {
  // three sizes of a video are made meanwhile
  test.setTimeout(180_000)
  const ana = await signUp(request, 'ana')
  const show = await recordedNight(request, ana.token, [
    { noun: 'audio', name: 'tone.wav', mimeType: 'audio/wav', buffer: tone(), title: 'Bagagedrager' },
    {
      noun: 'videos',
      name: 'full-hd.mp4',
      mimeType: 'video/mp4',
      buffer: await readFile('apps/server/test/media/full-hd.mp4'),
      title: 'Encore',
    },
  ])
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await signIn(page, ana.username)
  await page.goto(`/shows/${show}/audio`)
  await page.getByRole('button', { name: 'Play Bagagedrager' }).click()
  const player = page.getByRole('region', { name: 'Player' })
  const position = player.getByRole('slider', { name: 'Position in Bagagedrager' })
  await expect.poll(() => secondOf(position)).toBeGreaterThan(0)
  await expectAccessible(page, 'recordings and player')

  await page.getByRole('link', { name: 'Home', exact: true }).click()
  await expect(page).toHaveURL(/dashboard/)
  const before = await secondOf(position)
  await expect.poll(() => secondOf(position)).toBeGreaterThan(before)
  await position.press('PageUp')
  await expect.poll(() => secondOf(position)).toBeGreaterThanOrEqual(before + 30)
  await page.keyboard.press('k')
  await expect(player.getByRole('button', { name: 'Play', exact: true })).toBeVisible()
  await page.keyboard.press('k')

  await player.getByRole('link', { name: 'Bagagedrager' }).click()
  await page.getByRole('link', { name: /^Videos/ }).click()
  await page.locator('a[href^="?video="]').click()
  const theatre = page.getByRole('dialog', { name: 'Encore' })
  const video = theatre.locator('video')
  await expect
    .poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime))
    .toBeGreaterThan(0.5)
  // by way of the ladder, and alone
  expect(await video.evaluate((element: HTMLVideoElement) => element.currentSrc)).toMatch(/^blob:/)
  await expectAccessible(page, 'a video')
  await theatre.getByRole('button', { name: 'Quality and speed' }).click()
  await expect(page.getByRole('menuitemcheckbox', { name: /^(?:Auto|\d+p)$/ })).toHaveText([
    'Auto',
    '1080p',
    '720p',
    '360p',
  ])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(theatre).toBeHidden()
  await expect(page).toHaveURL((url) => url.search === '')
  await expect(player.getByRole('button', { name: 'Play', exact: true })).toBeVisible()

  await player.getByRole('button', { name: 'Close the player' }).click()
  await expect(player).toBeHidden()
})
