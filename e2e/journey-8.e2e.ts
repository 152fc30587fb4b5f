import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { flac } from './flac.ts'
import { PASSWORD, signIn, signUp } from './people.ts'
import { song } from './songs.ts'

/** MIDI pitches of the tonics: A minor, and E minor a fifth above it. */
const A = 57
const E = 64

const file = (title: string, bpm: number, home: number) => ({
  name: `${title}.flac`,
  mimeType: 'audio/flac',
  buffer: flac(song(bpm, home), { TITLE: title, ARTIST: 'The Lamplighters' }),
})

/** Adds one by the API, as a program does. */
async function sendByApi(request: APIRequestContext, token: string) {
  const headers = { authorization: `Bearer ${token}` }
  const sent = await request.post('/api/v1/audio/upload', {
    headers,
    multipart: { file: file('Anchor', 122, E) },
  })
  expect(sent.status()).toBe(201)
}

/** The filters stand beside the library, or in a drawer where there is no room. */
async function withFilters(page: Page, deed: () => Promise<unknown>) {
  const button = page.getByRole('button', { name: 'Filters' })
  const drawer = await button.isVisible()
  if (drawer) await button.click()
  await deed()
  if (drawer) await page.getByRole('button', { name: 'Show them' }).click()
}

test('journey 8: producer’s ear', async ({ page, request }) => {
  // two recordings are prepared and listened to meanwhile
  test.setTimeout(180_000)
  const ana = await signUp(request, 'ana')
  await sendByApi(request, ana.token)
  await signIn(page, ana.username)
  await page.goto('/sound-lab')
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(file('Harbour', 120, A))

  // one row, from the first byte to the result
  await page.waitForURL('/sound-lab/upload')
  const row = page.getByRole('listitem').filter({ hasText: 'Harbour' })
  await expect(row).toHaveCount(1)
  await expect(row.getByText('A minor')).toBeVisible({ timeout: 90_000 })
  await expect(row.getByText(/^1(19|20)(\.\d)? bpm$/)).toBeVisible()
  const other = page.getByRole('listitem').filter({ hasText: 'Anchor' })
  await expect(other.getByText('E minor')).toBeVisible({ timeout: 60_000 })
  await expectAccessible(page, 'uploads and their results')

  // what was found: a sentence, tempo, key, labels, and what sounds like it
  await row.getByRole('link', { name: 'Harbour', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Harbour' })).toBeVisible()
  await expect(page.getByText(/A minor at 1(19|20)/).first()).toBeVisible()
  for (const name of ['Tempo', 'Key', 'Loudness', 'Estimates', 'Labels']) {
    await expect(page.getByRole('region', { name, exact: true })).toBeVisible()
  }
  await expect(page.getByRole('region', { name: 'Sounds like' }).getByText('Anchor')).toBeVisible()
  await expectAccessible(page, 'an analysis')

  // the library, by key: what mixes well with A minor is both, A minor alone is one
  await page.getByRole('link', { name: 'Library', exact: true }).first().click()
  const rows = page.getByRole('table', { name: 'My recordings' }).getByRole('row')
  await expect(rows.filter({ hasText: 'Anchor' })).toBeVisible()
  await withFilters(page, () => page.getByRole('button', { name: 'A minor, 8A' }).click())
  await expect(rows.filter({ hasText: 'Anchor' })).toHaveCount(0)
  await expect(rows.filter({ hasText: 'Harbour' })).toBeVisible()
  await withFilters(page, () => page.getByText('What mixes well with it').click())
  await expect(page).toHaveURL(/tonic=A&mode=minor&match=mixable/)
  await expect(rows.filter({ hasText: 'Anchor' })).toBeVisible()
  await expectAccessible(page, 'the library')

  // two of it beside each other
  await page.getByRole('checkbox', { name: 'Compare Harbour' }).check()
  await page.getByRole('checkbox', { name: 'Compare Anchor' }).check()
  await page.getByRole('toolbar', { name: 'Compare' }).getByRole('link', { name: 'Compare' }).click()
  await expect(page.getByRole('heading', { name: 'Mixes well' })).toBeVisible()
  await expect(page.getByText(/^a fifth apart, \+[12](\.\d)? %$/)).toBeVisible()
  await expectAccessible(page, 'two compared')

  // the address is all there is to it
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Mixes well' })).toBeVisible()
})

test('the Sound Lab tells strangers what it is, and leads them back to it', async ({ page, request }) => {
  const ana = await signUp(request, 'ana')
  await page.goto('/sound-lab')
  await expect(page.getByRole('heading', { level: 1, name: 'Sound Lab' })).toBeVisible()
  await expectAccessible(page, 'the Sound Lab for strangers')
  await page.getByRole('link', { name: 'Log in to add a recording' }).click()
  await page.getByLabel('Username or e-mail').fill(ana.username)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Log in' }).click()
  await page.waitForURL('/sound-lab')

  // what is none is said to be none, and nothing is sent
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'holiday.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from('no recording'),
    })
  await expect(page.getByText('holiday.jpg is no recording.', { exact: false })).toBeVisible()
  await expect(page).toHaveURL('/sound-lab')
})
