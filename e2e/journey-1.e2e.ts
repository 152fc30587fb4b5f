/// <reference lib="dom" />
import { expect, test } from '@playwright/test'
import { newestMail } from './mail.ts'
import { newName, PASSWORD } from './people.ts'
import { takePhoto } from './photos.ts'

test('journey 1, with a second step from the start: the first five minutes', async ({ page }) => {
  const screens = new Set<string>()
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) screens.add(new URL(frame.url()).pathname)
  })
  const username = newName('ana')
  const artist = newName('Night Ferries')

  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Every show you ever saw')
  await page.getByRole('link', { name: 'Start your diary' }).first().click()

  await page.getByLabel('Username').fill(username)
  await page.getByLabel('E-mail').fill(`${username}@example.org`)
  await page.getByLabel('Password', { exact: true }).fill('too short')
  await page.getByRole('button', { name: 'Create my account' }).click()
  await expect(page.getByLabel('Password', { exact: true })).toHaveAttribute('aria-invalid', 'true')
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByText('Two-step sign-in').click()
  await page.getByRole('button', { name: 'Create my account' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Check your mail' })).toBeVisible()
  await expect(page.getByLabel('Six-digit code')).toBeFocused()
  const mail = await newestMail(`${username}@example.org`)
  expect(mail.subject).toBe(`Welcome ${username}! Verify your ShareMyShows account`)
  await page.keyboard.type(mail.code)
  await page.waitForURL('**/dashboard')
  const me = await (await page.request.get('/api/v1/auth/me')).json()
  expect(me).toMatchObject({ email_verified: true, mfa_enabled: true })
  await page.getByRole('main').getByRole('link', { name: /show/i }).first().click()
  await page.getByLabel('Who', { exact: true }).fill(artist)
  await page.getByLabel('Where', { exact: true }).fill('De Machinekamer')
  await page.getByLabel('City').fill('Rotterdam')
  await page.getByLabel('When').fill('2024-12-01')
  await page.getByRole('button', { name: 'Save the show' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toContainText(artist)
  await page.getByRole('link', { name: /^Photos/ }).click()
  const photo = await takePhoto(200, '2024:12:01 21:15:00', '+01:00')
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'encore.jpg', mimeType: 'image/jpeg', buffer: photo })
  const shown = page.locator('a[href^="?photo="] img').first()
  await expect(shown).toBeVisible()
  await expect.poll(() => shown.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBeGreaterThan(0)

  // from register on: that, the code, the dashboard, the form, and the show's page with its tabs
  const distinct = new Set([...screens].map((path) => path.replace(/\/(photos|setlist)$/, '')))
  distinct.delete('/')
  expect(distinct.size).toBeLessThanOrEqual(5)

  await page.goto('/shows')
  await expect(page.getByRole('main')).toContainText(artist)
  await page.reload()
  await expect(page.getByRole('main')).toContainText(artist)
})
