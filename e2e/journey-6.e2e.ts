import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { newName, signIn, signUp } from './people.ts'
import { takePhoto } from './photos.ts'
import { enlarged, openTray, pastShow } from './uploads.ts'

const clip = join(import.meta.dirname, '../apps/server/test/media/clip.mp4')
const PART = 8 * 1_048_576

test('journey 6, in the hall: a video outlives the network and a reload @phone', async ({
  page,
  context,
  request,
}, { outputDir }) => {
  // only ends what hangs: its network is slow on purpose
  test.setTimeout(120_000)
  const ana = await signUp(request, 'ana')
  const show = await pastShow(request, ana.token, newName('The Lamplighters'))
  const video = enlarged(readFileSync(clip), 3.5 * PART)
  const path = join(outputDir, '../encore.mp4')
  writeFileSync(path, video)
  const starts: number[] = []
  let begun = 0
  page.on('request', (sent) => {
    if (!sent.url().includes('/api/v1/uploads')) return
    if (sent.method() === 'POST') begun += 1
    if (sent.method() === 'PATCH') starts.push(Number(sent.headers()['upload-offset']))
  })

  await signIn(page, ana.username)
  await page.goto(`/shows/${show}/photos`)
  // one bar of signal: four seconds a part
  const network = await context.newCDPSession(page)
  await network.send('Network.enable')
  const slow = { offline: false, latency: 20, downloadThroughput: -1, uploadThroughput: PART / 4 }
  await network.send('Network.emulateNetworkConditions', slow)
  await page.locator('input[type=file]').first().setInputFiles(path)

  // the signal dies within the first part, and comes back
  await expect(page.getByRole('button', { name: /Sending, [1-9]/ })).toBeVisible()
  await context.setOffline(true)
  await expect(page.getByRole('button', { name: /Waits for the network/ })).toBeVisible()
  await context.setOffline(false)
  await network.send('Network.emulateNetworkConditions', slow)
  await expect.poll(() => Math.max(...starts)).toBeGreaterThan(PART)

  // the page is closed over the second part; opened again, it goes on by itself
  const before = await standing()
  expect(before.offset).toBeGreaterThan(PART)
  const count = starts.length
  await page.reload()
  await expect.poll(() => starts.length).toBeGreaterThan(count)
  await network.send('Network.emulateNetworkConditions', { ...slow, uploadThroughput: -1 })
  const tray = await openTray(page)
  await expect(tray.getByText('One has arrived')).toBeVisible()

  // begun once, and never a byte again that had been safe
  expect(begun).toBe(1)
  expect(starts).toEqual(starts.toSorted((one, other) => one - other))
  expect(starts[count]).toBeGreaterThanOrEqual(before.offset)
  const { items } = await (
    await request.get(`/api/v1/videos/show/${show}`, { headers: as(ana.token) })
  ).json()
  const original = await request.get(items[0].urls.original, { headers: as(ana.token) })
  expect(sha256(await original.body())).toBe(sha256(video))

  async function standing(): Promise<{ offset: number }> {
    return (await (await request.get('/api/v1/uploads', { headers: as(ana.token) })).json()).items[0]
  }
})

test('journey 6, a handful of files: one that is broken says why, the others arrive @phone', async ({
  page,
  request,
}) => {
  const ana = await signUp(request, 'ana')
  const show = await pastShow(request, ana.token, newName('The Lamplighters'))
  await signIn(page, ana.username)
  await page.goto(`/shows/${show}/photos`)
  const photos = await Promise.all(
    [20, 140, 260].map(async (hue) => ({
      name: `${hue}.jpg`,
      mimeType: 'image/jpeg',
      buffer: await takePhoto(hue, '2024:06:01 21:00:00', '+02:00'),
    })),
  )
  const whole = readFileSync(clip)
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([
      ...photos,
      { name: 'broken.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<html>no photo</html>') },
      { name: 'encore.mp4', mimeType: 'video/mp4', buffer: whole },
    ])
  const tray = await openTray(page)
  await expect(tray.getByText('4 have arrived')).toBeVisible()
  const broken = tray.getByRole('listitem').filter({ hasText: 'broken.jpg' })
  await expect(broken).toContainText('none of the formats we take')
  await expectAccessible(page, 'the tray of uploads', '[role=dialog]')
  await tray.getByRole('button', { name: 'Take broken.jpg off the list' }).click()
  await page.keyboard.press('Escape')
  await expect(page.locator('a[href^="?photo="]')).toHaveCount(3)

  // sent before: said to be there at once
  await page.locator('input[type=file]').first().setInputFiles(photos.slice(0, 1))
  const again = await openTray(page)
  await expect(again.getByText(/there already/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('a[href^="?photo="]')).toHaveCount(3)
})

const as = (token: string) => ({ authorization: `Bearer ${token}` })
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
