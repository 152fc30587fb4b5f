/// <reference lib="dom" />
import { expect, type Page, test } from '@playwright/test'
import { putOn } from './events.ts'
import { PASSWORD, signIn, signUp } from './people.ts'
import { takePhoto } from './photos.ts'

/** Becomes an element, an event handler and a script wherever a text is taken for markup. */
const hostile = `'"><b data-hostile></b><img src=x onerror="window.hostile=1"><script>window.hostile=1</script>`

/** True when some text came alive on the page, whether or not the content policy stopped what it wanted to do. */
const cameAlive = (page: Page) =>
  page.evaluate(() => document.querySelector('[data-hostile]') !== null || 'hostile' in window)

test('40: what people write stays a text on every page @desktop', async ({ page, request }) => {
  test.slow()
  const ana = await signUp(request, 'ana')
  const headers = { authorization: `Bearer ${ana.token}` }
  const post = async (path: string, data: object) =>
    (await request.post(`/api/v1${path}`, { headers, data })).json()
  await request.patch('/api/v1/users/me', {
    headers,
    data: { display_name: hostile.slice(0, 80), bio: hostile, home_city: hostile.slice(0, 100) },
  })
  const show = await post('/shows', {
    artist_name: `${hostile} ${ana.username}`,
    support: [`${hostile} support`],
    venue_name: hostile,
    venue_address: hostile,
    venue_city: hostile,
    venue_state: hostile.slice(0, 100),
    venue_latitude: 52.09,
    venue_longitude: 5.11,
    show_date: '2024-06-01',
    title: hostile,
    notes: hostile,
  })
  await post(`/shows/${show.id}/setlist`, { song_name: hostile, artist_name: hostile, notes: hostile })
  await post('/comments', { show_id: show.id, content: `${hostile} @${ana.username}` })
  const sent = await request.post('/api/v1/photos', {
    headers,
    multipart: {
      show_id: show.id,
      caption: hostile,
      file: {
        name: `${hostile}.jpg`,
        mimeType: 'image/jpeg',
        buffer: await takePhoto(20, '2024:06:01 21:00:00', '+02:00'),
      },
    },
  })
  const photo = await sent.json()
  const olga = await signUp(request, 'olga', 'organizer')
  const place = { latitude: -47.2, longitude: 167.6 }
  const event = await putOn(request, olga, {
    title: `${hostile} ${olga.username}`,
    artists: [`${hostile} ${olga.username}`],
    description: hostile,
    category: hostile.slice(0, 100),
    venue_name: hostile,
    venue_city: hostile,
    location_address: hostile,
    ...place,
  })

  const bo = await signUp(request, 'bo')
  const asBo = { headers: { authorization: `Bearer ${bo.token}` } }
  await request.patch('/api/v1/users/me', { ...asBo, data: { display_name: hostile.slice(0, 80) } })
  await request.post(`/api/v1/users/${ana.id}/follow`, { ...asBo, data: {} })

  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  const look = async (path: string) => {
    await page.goto(path)
    await page.waitForLoadState('networkidle')
    expect(await cameAlive(page), path).toBe(false)
  }
  const open = [
    `/shows/${show.id}`,
    `/shows/${show.id}/setlist`,
    `/shows/${show.id}/photos?photo=${photo.id}`,
    `/artists/${show.artist.id}`,
    `/venues/${show.venue.id}`,
    `/profile/${ana.username}`,
    `/search?q=${encodeURIComponent(hostile)}`,
    `/events/${event}`,
    `/discover?near=-47.2,167.6&place=${encodeURIComponent(hostile)}&category=${encodeURIComponent(hostile.slice(0, 100))}`,
    `/login?next=${encodeURIComponent(hostile)}`,
    `/${encodeURIComponent(hostile)}`,
  ]
  for (const path of open) await look(path)
  await signIn(page, ana.username)
  for (const path of [
    ...open.slice(0, -2),
    '/shows',
    '/shows?view=posters',
    `/shows?q=${encodeURIComponent(hostile)}`,
    `/shows/edit/${show.id}`,
    `/shows/${show.id}/comments`,
    `/shows/${show.id}/history`,
    '/dashboard',
    '/notifications',
    '/settings',
  ]) {
    await look(path)
  }
  // in what opens on the map, too
  await page.goto('/discover?near=-47.2,167.6')
  await page.locator('.map-marker').first().click()
  await expect(page.locator('.maplibregl-popup').getByRole('link')).toContainText('<b data-hostile>')
  expect(await cameAlive(page)).toBe(false)
  // and it was there to be read
  await page.goto(`/shows/${show.id}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('<b data-hostile>')
  expect(dialogs).toEqual([])
})

test('46: signing in leads to no other site @desktop', async ({ page, request, baseURL }) => {
  const ana = await signUp(request, 'ana')
  for (const next of ['https://evil.example/', '/\\evil.example']) {
    await page.context().clearCookies()
    await page.goto(`/login?next=${encodeURIComponent(next)}`)
    await page.getByLabel('Username or e-mail').fill(ana.username)
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Log in' }).click()
    await page.waitForURL((url) => url.pathname !== '/login')
    expect(new URL(page.url()).origin).toBe(baseURL)
  }
})
