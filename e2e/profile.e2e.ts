import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import sharp from 'sharp'
import { newName, signIn, signUp } from './people.ts'
import { saidBesidesPixels } from './photos.ts'

const heic = join(import.meta.dirname, '../apps/server/src/platform/images/fixtures/rotated-p3.heic')

/** Red above and blue below, with a note of where it was taken. */
const twoHalves = () =>
  sharp({ create: { width: 600, height: 1200, channels: 3, background: '#d01818' } })
    .composite([
      {
        input: { create: { width: 600, height: 600, channels: 3, background: '#1818d0' } },
        top: 600,
        left: 0,
      },
    ])
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 5/1 35/1' } })
    .jpeg()
    .toBuffer()

type Member = Awaited<ReturnType<typeof signUp>>
const as = ({ token }: Member) => ({ headers: { authorization: `Bearer ${token}` } })

/** The picture that others get of somebody; undefined when there is none. */
async function pictureOf(request: APIRequestContext, who: Member): Promise<Buffer | undefined> {
  const { avatar } = await (await request.get(`/api/v1/users/${who.username}`, as(who))).json()
  return avatar === null ? undefined : (await request.get(avatar, as(who))).body()
}

async function choose(page: Page, file: Buffer, name: string): Promise<void> {
  await page
    .getByLabel(/^(Add a|Change) picture$/)
    .setInputFiles({ name, mimeType: 'image/jpeg', buffer: file })
  await expect(page.getByRole('dialog', { name: 'Your picture' })).toBeVisible()
}

const show = async (page: Page) => {
  await page.getByRole('button', { name: 'Show this picture' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

test('a picture is cut out by the keyboard, shown to others, taken away and put back', async ({
  page,
  request,
  browser,
}) => {
  const [ana, bo] = [await signUp(request, 'ana'), await signUp(request, 'bo')]
  await signIn(page, ana.username)
  await page.goto('/settings')
  await choose(page, await twoHalves(), 'me.jpg')
  const circle = page.getByRole('group', { name: 'What others see' })
  await circle.focus()
  for (let n = 0; n < 12; n++) await circle.press('ArrowDown')
  await page.getByRole('slider', { name: 'Zoom' }).fill('1.5')
  await show(page)
  await expect(page.getByText('Others see your new picture')).toBeVisible()

  const picture = await pictureOf(request, ana)
  expect(picture && (await saidBesidesPixels(picture))).toEqual([])
  expect(picture && (await sharp(picture).metadata())).toMatchObject({
    format: 'webp',
    width: 512,
    height: 512,
  })
  // the arrow moved the upper half into the circle
  const { channels } = await sharp(picture).stats()
  expect(channels[0]?.mean).toBeGreaterThan((channels[2]?.mean ?? 255) + 60)

  await page.getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByRole('button', { name: 'Remove' })).toHaveCount(0)
  expect(await pictureOf(request, ana)).toBeUndefined()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('button', { name: 'Remove' })).toBeVisible()

  const bos = await (await browser.newContext()).newPage()
  await signIn(bos, bo.username)
  await bos.goto(`/profile/${ana.username}`)
  const seen = bos.locator(`img[src*="${ana.id}/avatar"]`)
  await expect(seen).toBeVisible()
  await expect.poll(() => seen.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(512)
})

test('a photo that the browser cannot open becomes a picture all the same @desktop', async ({
  page,
  request,
}) => {
  const ana = await signUp(request, 'ana')
  await signIn(page, ana.username)
  await page.goto('/settings')
  await choose(page, await readFile(heic), 'IMG_0001.heic')
  await expect(page.getByText('This browser cannot open this photo')).toBeVisible()
  await show(page)
  const picture = await pictureOf(request, ana)
  expect(picture && (await saidBesidesPixels(picture))).toEqual([])
})

test('somebody who is blocked is gone from everywhere, until the block is taken back @phone', async ({
  page,
  request,
}) => {
  const [ana, bo] = [await signUp(request, 'ana'), await signUp(request, 'bo')]
  const facts = { artist_name: newName('The Lamplighters'), venue_name: 'Town Hall', show_date: '2024-06-01' }
  const log = async (who: Member) => (await request.post('/api/v1/shows', { ...as(who), data: facts })).json()
  const { id } = await log(ana)
  await log(bo)
  await request.post('/api/v1/comments', { ...as(bo), data: { show_id: id, content: 'From the bar.' } })

  await signIn(page, ana.username)
  await page.goto(`/shows/${id}`)
  await page.getByRole('link', { name: bo.username }).click()
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: `Block ${bo.username}` }).click()
  await expect(page.getByRole('alertdialog')).toContainText('They are not told')
  await page.getByRole('button', { name: 'Block', exact: true }).click()
  await page.waitForURL('**/dashboard')
  await expect(page.getByText(`${bo.username} is blocked`)).toBeVisible()

  await page.goto(`/shows/${id}`)
  await expect(page.getByRole('heading', { name: 'Who was there' })).toContainText('1')
  await expect(page.getByRole('link', { name: bo.username })).toHaveCount(0)
  await page.goto(`/shows/${id}/comments`)
  await expect(page.getByText('From the bar.')).toHaveCount(0)
  await page.goto(`/profile/${bo.username}`)
  await expect(page.getByRole('heading', { name: 'Nobody here' })).toBeVisible()
  expect((await request.get(`/api/v1/users/${ana.username}`, as(bo))).status()).toBe(404)

  await page.goto('/settings/privacy')
  await page.getByRole('button', { name: `Unblock ${bo.username}` }).click()
  await expect(page.getByText(`${bo.username} is not blocked any more`)).toBeVisible()
  await expect(page.getByText('Nobody. To block somebody')).toBeVisible()
  expect((await request.get(`/api/v1/users/${ana.username}`, as(bo))).status()).toBe(200)
})

test('a profile closes and opens, and all shows change at once @desktop', async ({
  page,
  request,
  browser,
}) => {
  const ana = await signUp(request, 'ana')
  for (const show_date of ['2023-05-01', '2023-05-02', '2023-05-03']) {
    const data = { artist_name: newName('The Lamplighters'), venue_name: 'Town Hall', show_date }
    await request.post('/api/v1/shows', { ...as(ana), data })
  }
  const stranger = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage()
  await stranger.goto(`/profile/${ana.username}`)
  await expect(stranger.getByText('here since')).toBeVisible()

  await signIn(page, ana.username)
  await page.goto('/settings/privacy')
  await page.getByRole('group', { name: 'Who opens my profile' }).getByText('Only me').click()
  await expect(page.getByText('Kept, and true from now on')).toBeVisible()
  await stranger.reload()
  await expect(stranger.getByText(`${ana.username} keeps to themselves`)).toBeVisible()
  await expect(stranger.getByText('here since')).toHaveCount(0)

  await expect(page.getByText('Your 3 shows now: Everyone 3')).toBeVisible()
  await page.getByRole('button', { name: 'Change all shows' }).click()
  const dialog = page.getByRole('dialog', { name: 'Change all shows' })
  await dialog.getByText('Everyone', { exact: true }).click()
  await expect(dialog.getByText('All of them say “Everyone” already.')).toBeVisible()
  await dialog.getByText('My friends').click()
  await dialog.getByRole('button', { name: 'Change 3 shows' }).click()
  await expect(page.getByText('Your 3 shows now: My friends 3')).toBeVisible()
})
