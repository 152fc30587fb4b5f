import { type APIRequestContext, expect, test } from '@playwright/test'
import { newName, signIn, signUp } from './people.ts'
import { saidBesidesPixels, takePhoto } from './photos.ts'
import { openTray } from './uploads.ts'

type Night = { artist_name: string; venue_name: string; venue_city: string; show_date: string }
type Seen = { id: string; state: string; owner: { username: string } }

/** Logs the night, as everybody who was there does; they meet on one show. */
async function wasThere(request: APIRequestContext, name: string, night: Night) {
  const person = await signUp(request, name)
  const headers = { authorization: `Bearer ${person.token}` }
  const show = await (await request.post('/api/v1/shows', { headers, data: night })).json()
  return { ...person, headers, showId: show.id as string }
}

test('journey 7: the morning after', async ({ page, request, browser }) => {
  const night = {
    artist_name: newName('The Lamplighters'),
    venue_name: 'Town Hall',
    venue_city: 'Utrecht',
    show_date: '2024-06-01',
  }
  const ana = await wasThere(request, 'ana', night)
  const bo = await wasThere(request, 'bo', night)
  const cy = await wasThere(request, 'cy', night)
  expect(new Set([ana.showId, bo.showId, cy.showId]).size).toBe(1)
  const add = async (who: typeof ana, hue: number, taken: string) => {
    const buffer = await takePhoto(hue, taken, '+02:00')
    const file = { name: 'theirs.jpg', mimeType: 'image/jpeg', buffer }
    const added = await request.post('/api/v1/photos', {
      headers: who.headers,
      multipart: { show_id: who.showId, file },
    })
    expect(added.status()).toBe(201)
  }
  await add(cy, 300, '2024:06:01 22:45:00')
  await add(bo, 200, '2024:06:01 20:15:00')

  await signIn(page, ana.username)
  await page.goto(`/shows/${ana.showId}/photos`)
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
  await expect(wall).toHaveCount(5)
  // one of them is no photo, which its row says until it is taken off the list
  const tray = await openTray(page)
  await tray.getByRole('button', { name: 'Take page.jpg off the list' }).click()
  await page.keyboard.press('Escape')

  const photos = async (): Promise<Seen[]> =>
    (await (await request.get(`/api/v1/photos/show/${ana.showId}`, { headers: ana.headers })).json()).items
  await expect.poll(async () => (await photos()).every(({ state }) => state === 'ready')).toBe(true)
  const inOrder = await photos()
  const [a, b, c] = [ana, bo, cy].map(({ username }) => username)
  expect(inOrder.map(({ owner }) => owner.username)).toEqual([a, b, a, c, a])
  await page.reload()
  const ids = inOrder.map(({ id }) => `?photo=${id}`)
  await expect(wall).toHaveCount(5)
  expect(await wall.evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual(ids)

  // what a stranger's browser receives says nothing of where and with what
  const stranger = await browser.newPage()
  const bodies: Buffer[] = []
  stranger.on('response', async (response) => {
    if (response.url().includes('/api/v1/photos/'))
      bodies.push(await response.body().catch(() => Buffer.alloc(0)))
  })
  await stranger.goto(`${new URL(page.url()).origin}/shows/${ana.showId}/photos`)
  await expect(stranger.locator('a[href^="?photo="]')).toHaveCount(5)
  await stranger.locator('a[href^="?photo="]').first().click()
  await expect(stranger.getByRole('dialog').or(stranger.locator('.yarl__root'))).toBeVisible()
  await expect.poll(() => bodies.length).toBeGreaterThan(3)
  for (const body of bodies) {
    // long enough not to come about by chance, among bytes or in the seconds of a time
    for (const trace of ['Canary', 'CANARY', '52.0930']) expect(body.includes(trace), trace).toBe(false)
    if (body.subarray(0, 4).toString() === 'RIFF') expect(await saidBesidesPixels(body)).toEqual([])
  }
  await stranger.close()

  // by keyboard through the lightbox; the last one goes, and comes back
  await wall.first().click()
  await expect(page.getByRole('button', { name: 'Delete the photo' })).toBeVisible()
  for (const id of ids.slice(1)) {
    await page.keyboard.press('ArrowRight')
    await expect(page).toHaveURL((url) => url.search === id)
  }
  await page.getByRole('button', { name: 'Delete the photo' }).click()
  await expect(page).toHaveURL((url) => url.search === ids[3])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => (await photos()).length).toBe(5)
  await page.keyboard.press('Escape')
  await expect(wall).toHaveCount(5)

  // all of mine go; theirs stay, and cannot be chosen
  await page.getByRole('button', { name: 'Select' }).click()
  await page.getByRole('button', { name: 'All mine' }).click()
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(3)
  await page.getByRole('button', { name: 'Delete' }).click()
  await expect(wall).toHaveCount(2)
  // the page does not wait for the server
  await expect.poll(async () => (await photos()).map(({ owner }) => owner.username)).toEqual([b, c])
})
