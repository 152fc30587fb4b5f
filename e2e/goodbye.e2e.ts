import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { unzip } from '../apps/server/test/zip.ts'
import { newestMail } from './mail.ts'
import { newName, PASSWORD, signIn, signUp } from './people.ts'
import { takePhoto } from './photos.ts'

test('take everything along, leave, come back, and leave for good @desktop', async ({
  page,
  request,
  playwright,
  baseURL,
}) => {
  test.slow()
  const stranger = await playwright.request.newContext({ baseURL: baseURL ?? '' })
  const ana = await signUp(request, 'ana')
  const headers = { authorization: `Bearer ${ana.token}` }
  const artist = newName('The Farewells')
  const show = await (
    await request.post('/api/v1/shows', {
      headers,
      data: { artist_name: artist, venue_name: 'Town Hall', show_date: '2024-06-01', notes: 'Last row.' },
    })
  ).json()
  const photo = await takePhoto(200, '2024:06:01 21:15:00', '+01:00')
  const file = { name: 'encore.jpg', mimeType: 'image/jpeg', buffer: photo }
  await request.post('/api/v1/photos', { headers, multipart: { show_id: show.id, file } })

  await signIn(page, ana.username)
  await page.goto('/settings/data')
  await page.getByRole('button', { name: 'Make a copy' }).click()
  const copies = page.getByRole('list', { name: 'Your copies' })
  const download = page.waitForEvent('download')
  await copies.getByRole('link', { name: 'Download' }).click()
  const files = unzip(await readFile(await (await download).path()))
  const account = JSON.parse(String(files.get('account.json')))
  expect(account.shows).toMatchObject([{ id: show.id, attendance: { notes: 'Last row.' } }])
  const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
  expect(account.media[0].sha256).toBe(sha256(photo))
  expect(sha256(files.get(account.media[0].file) as Buffer)).toBe(sha256(photo))
  expect(String(files.get('shows.csv'))).toContain(artist)
  const address = `${ana.username}@example.org`
  expect((await newestMail(address, { subject: 'export is ready' })).text).toContain('/settings/data')

  await page.getByRole('button', { name: 'Delete my account' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Your password').fill('not my password at all')
  await dialog.getByRole('button', { name: 'Delete in 14 days' }).click()
  await expect(dialog.getByText('That is not your password.')).toBeVisible()
  await dialog.getByLabel('Your password').fill(PASSWORD)
  await dialog.getByRole('button', { name: 'Delete in 14 days' }).click()
  await page.waitForURL(/\/login/)
  await expect(page.getByText('Nobody sees your account any more.')).toBeVisible()
  await newestMail(address, { subject: 'will be deleted' })
  expect((await stranger.get(`/api/v1/users/${ana.username}`)).status()).toBe(404)
  expect((await stranger.get(`/api/v1/shows/${show.id}`)).status()).toBe(404)

  await signIn(page, ana.username)
  await page.getByRole('button', { name: 'Keep my account' }).click()
  await expect(page.getByRole('button', { name: 'Keep my account' })).toHaveCount(0)
  expect((await stranger.get(`/api/v1/shows/${show.id}`)).status()).toBe(200)
  await newestMail(address, { subject: 'account stays' })

  await page.goto('/settings/data')
  await page.getByRole('button', { name: 'Delete my account' }).click()
  await dialog.getByText('Right now').click()
  await dialog.getByLabel('Your password').fill(PASSWORD)
  await dialog.getByRole('button', { name: 'Delete everything now' }).click()
  await expect(dialog.getByText(`Type ${ana.username}, as it stands above`)).toBeVisible()
  await dialog.getByLabel(`Type ${ana.username} to confirm`).fill(ana.username)
  await dialog.getByRole('button', { name: 'Delete everything now' }).click()
  await expect(page.getByText('Your account is being deleted.')).toBeVisible()
  expect(new URL(page.url()).pathname).toBe('/')

  const login = { identifier: ana.username, password: PASSWORD }
  expect((await stranger.post('/api/v1/auth/login', { data: login })).status()).toBe(401)
  await page.goto(`/profile/${ana.username}`)
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText(ana.username)
  expect(
    (await stranger.get(`/profile/${ana.username}`, { headers: { accept: 'text/html' } })).status(),
  ).toBe(404)
  const anew = { username: ana.username, email: address, password: PASSWORD }
  await expect
    .poll(async () => (await stranger.post('/api/v1/auth/register', { data: anew })).status())
    .toBe(201)
})
