import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { startElsewhere } from '../tools/e2e-server.ts'
import { newName, PASSWORD, signIn, signUp } from './people.ts'
import { takePhoto } from './photos.ts'

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

test('journey 10: a diary moves to another server with all that is in it @desktop', async ({
  page,
  request,
  browser,
}) => {
  test.slow()
  const ana = await signUp(request, 'ana')
  const headers = { authorization: `Bearer ${ana.token}` }
  const artist = newName('The Movers')
  const logged = await request.post('/api/v1/shows', {
    headers,
    data: { artist_name: artist, venue_name: 'Town Hall', show_date: '2024-06-01', notes: 'Last row.' },
  })
  const { id } = await logged.json()
  const photo = await takePhoto(200, '2024:06:01 21:15:00', '+01:00')
  const file = { name: 'encore.jpg', mimeType: 'image/jpeg', buffer: photo }
  await request.post('/api/v1/photos', { headers, multipart: { show_id: id, file } })
  const songs = [{ song_name: 'Anchor' }, { song_name: 'Dock', encore: true }]
  await request.put(`/api/v1/shows/${id}/setlist`, { headers, data: { songs } })
  await request.post('/api/v1/comments', { headers, data: { show_id: id, content: 'Twice as loud.' } })

  await signIn(page, ana.username)
  await page.goto('/settings/data')
  await page.getByRole('button', { name: 'Make a copy' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('list', { name: 'Your copies' }).getByRole('link', { name: 'Download' }).click()
  const archive = await readFile(await (await download).path())
  const gone = await request.delete('/api/v1/users/me', {
    headers,
    data: { password: PASSWORD, when: 'now' },
  })
  expect(gone.status()).toBe(204)

  const { url, end } = await startElsewhere()
  try {
    const context = await browser.newContext({ baseURL: url })
    const there = await context.newPage()
    const username = newName('ana')
    await there.request.post('/api/v1/auth/register', {
      data: { username, email: `${username}@example.org`, password: PASSWORD },
    })
    await there.goto('/shows')
    await there.getByRole('link', { name: 'Bring what you have in a file' }).click()
    // a zip is known for what it is, whatever was chosen
    const copy = { name: 'sharemyshows.zip', mimeType: 'application/zip', buffer: archive }
    await there.getByLabel('Drop a table here').setInputFiles(copy)
    await there.getByRole('button', { name: 'Import 1 show and all the rest' }).click()
    await expect(there.getByRole('heading', { level: 1 })).toHaveText('1 show added')
    await there.getByRole('link', { name: 'To your diary' }).click()
    await there.getByRole('link', { name: artist }).first().click()

    await expect(there.getByRole('heading', { level: 1 })).toContainText(artist)
    await expect(there.getByText('Last row.')).toBeVisible()
    await there.getByRole('link', { name: /^Setlist/ }).click()
    await expect(there.getByText('Dock')).toBeVisible()
    await there.getByRole('link', { name: /^Comments/ }).click()
    await expect(there.getByText('Twice as loud.')).toBeVisible()
    const found = new URL(there.url()).pathname.split('/')[2]
    const { items } = await (await there.request.get(`/api/v1/photos/show/${found}`)).json()
    expect(items).toHaveLength(1)
    const original = await there.request.get(items[0].urls.original)
    expect(sha256(await original.body())).toBe(sha256(photo))
    await context.close()
  } finally {
    await end()
  }
})
