import { expect, test } from '@playwright/test'
import { newName, signIn, signUp } from './people.ts'
import { saidBesidesPixels, takePhoto } from './photos.ts'

test('journey 7, one person: the morning after', async ({ page, request, browser }) => {
  const ana = await signUp(request, 'ana')
  const headers = { authorization: `Bearer ${ana.token}` }
  const show = await (
    await request.post('/api/v1/shows', {
      headers,
      data: {
        artist_name: newName('The Lamplighters'),
        venue_name: 'Town Hall',
        venue_city: 'Utrecht',
        show_date: '2024-06-01',
      },
    })
  ).json()

  await signIn(page, ana.username)
  await page.goto(`/shows/${show.id}/photos`)
  // sent in an order that is not the evening's; one of four is no photo at all
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([
      {
        name: 'last.jpg',
        mimeType: 'image/jpeg',
        buffer: await takePhoto(20, '2024:06:01 23:05:00', '+02:00'),
      },
      {
        name: 'page.jpg',
        mimeType: 'image/jpeg',
        buffer: Buffer.from('<html><script>alert(1)</script></html>'),
      },
      {
        name: 'first.jpg',
        mimeType: 'image/jpeg',
        buffer: await takePhoto(140, '2024:06:01 19:30:00', '+02:00'),
      },
      // an hour west: its clock reads 21:10, which in the hall was 22:10
      {
        name: 'middle.jpg',
        mimeType: 'image/jpeg',
        buffer: await takePhoto(260, '2024:06:01 21:10:00', '+01:00'),
      },
    ])
  const wall = page.locator('a[href^="?photo="]')
  await expect(wall).toHaveCount(3)
  await expect(page.getByText('page.jpg')).toBeVisible()

  const photos = async () =>
    (await (await request.get(`/api/v1/photos/show/${show.id}`, { headers })).json()).items
  await expect
    .poll(async () => (await photos()).map((photo: { state: string }) => photo.state))
    .toEqual(['ready', 'ready', 'ready'])
  const inOrder = await photos()
  expect(inOrder.map((photo: { file_name: string }) => photo.file_name)).toEqual([
    'first.jpg',
    'middle.jpg',
    'last.jpg',
  ])
  await page.reload()
  const ids = inOrder.map((photo: { id: string }) => `?photo=${photo.id}`)
  await expect(wall).toHaveCount(3)
  expect(await wall.evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual(ids)

  // what a stranger's browser receives says nothing of where and with what
  const stranger = await browser.newPage()
  const bodies: Buffer[] = []
  stranger.on('response', async (response) => {
    if (response.url().includes('/api/v1/photos/'))
      bodies.push(await response.body().catch(() => Buffer.alloc(0)))
  })
  await stranger.goto(`${new URL(page.url()).origin}/shows/${show.id}/photos`)
  await expect(stranger.locator('a[href^="?photo="]')).toHaveCount(3)
  await stranger.locator('a[href^="?photo="]').first().click()
  await expect(stranger.getByRole('dialog').or(stranger.locator('.yarl__root'))).toBeVisible()
  await expect.poll(() => bodies.length).toBeGreaterThan(3)
  for (const body of bodies) {
    // long enough not to come about by chance, among bytes or in the seconds of a time
    for (const trace of ['Canary', 'CANARY', '52.0930']) expect(body.includes(trace), trace).toBe(false)
    if (body.subarray(0, 4).toString() === 'RIFF') expect(await saidBesidesPixels(body)).toEqual([])
  }
  await stranger.close()

  // by keyboard through the lightbox, then away with the last one
  await wall.first().click()
  await expect(page.getByRole('button', { name: 'Delete the photo' })).toBeVisible()
  for (const id of ids.slice(1)) {
    await page.keyboard.press('ArrowRight')
    await expect(page).toHaveURL((url) => url.search === id)
  }
  await page.getByRole('button', { name: 'Delete the photo' }).click()
  await expect(wall).toHaveCount(2)
  expect((await photos()).map((photo: { file_name: string }) => photo.file_name)).toEqual([
    'first.jpg',
    'middle.jpg',
  ])
})
