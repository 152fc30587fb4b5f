import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect, type Locator, type Page } from '@playwright/test'
import { type Providers, startProviders } from '../apps/server/test/providers/index.ts'
import { startProduct } from '../tools/product.ts'
import { expectAccessible } from './axe.ts'
import { FOUNDER } from './founder.ts'
import { signIn } from './people.ts'

type Elsewhere = { providers: Providers; url: string; headers: { authorization: string } }

/** A product of its own that asks stand-ins for those elsewhere, whom the other journeys do without. */
const test = base.extend<object, { elsewhere: Elsewhere }>({
  elsewhere: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const dataDir = mkdtempSync(join(tmpdir(), 'sharemyshows-lookups-'))
      const providers = await startProviders('setlistfm', 'musicbrainz', 'nominatim', 'photon')
      const product = await startProduct({ dataDir, env: providers.env, logs: 'ignore' })
      const founded = await fetch(`${product.url}/api/v1/auth/register`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(FOUNDER),
      })
      const { access_token } = (await founded.json()) as { access_token: string }
      await use({ providers, url: product.url, headers: { authorization: `Bearer ${access_token}` } })
      await product.stop()
      await providers.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: ({ elsewhere }, use) => use(elsewhere.url),
})

/** Those to whom data is owed ask for links that search engines may follow. */
async function expectFollowable(link: Locator, address: RegExp): Promise<void> {
  await expect(link).toHaveAttribute('href', address)
  expect(await link.getAttribute('rel')).not.toContain('nofollow')
}

const suggested = (page: Page) => page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option')

/** Fills the form of a new show by what is suggested, and saves it. */
async function addNight(page: Page): Promise<string> {
  await page.goto('/shows/create')
  const who = page.getByRole('combobox', { name: 'Who' })
  await who.fill('spinv')
  const singer = page.getByRole('group', { name: 'From MusicBrainz' }).getByRole('option').first()
  await expect(singer).toContainText('Dutch singer-songwriter')
  await expectFollowable(page.getByRole('link', { name: /^MusicBrainz/ }), /musicbrainz\.org/)
  await expectAccessible(page, 'suggestions from elsewhere')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: /^MusicBrainz/ })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(who).toBeFocused()
  await expect(suggested(page)).toHaveCount(0)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(who).toHaveValue('Spinvis')

  await page.getByRole('combobox', { name: 'Where' }).fill('tivoli')
  await page.getByRole('group', { name: 'From OpenStreetMap' }).getByRole('option').click()
  await expect(page.getByRole('combobox', { name: 'City' })).toHaveValue('Utrecht')
  await expect(page.getByLabel('Address')).toHaveValue('Vredenburgkade 11')
  await page.getByLabel('When').fill('2024-12-01')
  await page.getByRole('button', { name: 'Save the show' }).click()
  await page.waitForURL(/\/shows\/[0-9a-f-]{36}\/photos/)
  return page.url().replace(/\/photos$/, '')
}

test('a night is looked up while it is typed, with its songs, who played and where @desktop', async ({
  page,
  request,
  elsewhere,
}) => {
  test.slow()
  const { headers, providers } = elsewhere
  await signIn(page, FOUNDER.username)
  const night = await addNight(page)
  const { artist, venue } = await (await request.get(`/api/v1${new URL(night).pathname}`, { headers })).json()
  expect(venue.point.coordinates).toEqual([5.1134, 52.0932])

  await page.goto(`${night}/setlist`)
  const dialog = page.getByRole('dialog')
  const find = page.getByRole('button', { name: 'Find the setlist' })
  await find.click()
  await expect(dialog.getByRole('checkbox')).toHaveCount(4)
  await expect(dialog).toContainText('Leonard Cohen cover')
  await expectAccessible(page, 'a setlist that was found')
  await dialog.getByRole('textbox', { name: 'Name of song 1' }).fill('Bagagedrager, twice')
  await dialog.getByRole('checkbox', { name: /Smalfilm/ }).uncheck()
  await dialog.getByRole('button', { name: 'Add 3 songs' }).click()
  const list = page.getByRole('list', { name: 'Setlist' })
  await expect(list).toContainText(/Bagagedrager, twice.*Encore.*Halleluja/s)
  await expect(list).not.toContainText('Smalfilm')
  await expectFollowable(page.getByRole('link', { name: /^From setlist\.fm/ }), /www\.setlist\.fm\/setlist/)
  await find.click()
  await dialog.getByText('Replace the list').click()
  await dialog.getByRole('button', { name: 'Replace with 4 songs' }).click()
  await expect(list).toContainText('Smalfilm')

  await page.goto(`/artists/${artist.id}`)
  await page.getByRole('button', { name: 'Who is this?' }).click()
  await dialog
    .getByRole('radio', { name: /^Spinvis/ })
    .first()
    .check()
  await expectAccessible(page, 'who an artist is')
  await dialog.getByRole('button', { name: 'That is who' }).click()
  const about = page.getByRole('region', { name: 'Elsewhere' })
  await expect(about).toContainText('Dutch singer-songwriter')
  await expectFollowable(about.getByRole('link', { name: /^Cover Art Archive/ }), /^https:/)

  await page.goto(`/venues/${venue.id}`)
  await page.getByRole('button', { name: 'Is it somewhere else?' }).click()
  await dialog.getByRole('radio').first().check()
  await expectAccessible(page, 'where a venue is')
  await dialog.getByRole('button', { name: 'It is here' }).click()
  await expect(page.getByText('by the clocks of Europe/Amsterdam')).toBeVisible()

  await page.goto('/admin/providers')
  await page.getByRole('button', { name: 'Ask now: setlist.fm' }).click()
  await expect(page.getByText('setlist.fm answers')).toBeVisible()
  await expectAccessible(page, 'providers')
  await page.goto('/about-data')
  await expect(page.getByText('© OpenStreetMap contributors')).toBeVisible()
  await expectAccessible(page, 'whose data this is')
  expect(providers.refused).toEqual([])
})

/** Every kind of page there is for who is signed in. */
const pagesOf = (show: string, artist: string, venue: string, me: string) => [
  ...['/dashboard', '/shows', '/shows/create', '/discover', '/search?q=tivoli', '/feed', '/notifications'],
  ...['', '/setlist', '/photos', '/audio', '/videos', '/comments', '/chat', '/history'].map(
    (tab) => `/shows/${show}${tab}`,
  ),
  ...[`/shows/edit/${show}`, `/artists/${artist}`, `/venues/${venue}`, `/profile/${me}`, '/friends'],
  ...['/messages', '/organizer', '/organizer/new', '/mood', '/mood/history', '/music', '/playlists'],
  ...['/sound-lab', '/sound-lab/library', '/sound-lab/upload', '/about-data', '/moderation'],
  ...['', '/privacy', '/notifications', '/security', '/connections', '/data', '/imports'].map(
    (part) => `/settings${part}`,
  ),
  ...['', '/invitations', '/requests', '/settings', '/providers', '/audit'].map((part) => `/admin${part}`),
]

test('with the network cut every page still works, and asks nobody @desktop', async ({
  page,
  request,
  elsewhere,
}) => {
  test.slow()
  const { headers, providers, url } = elsewhere
  await providers.close()
  const data = {
    artist_name: 'Ten Foot Heron',
    venue_name: 'Paard',
    venue_city: 'Den Haag',
    show_date: '2024-06-01',
  }
  const { id, artist, venue } = await (await request.post('/api/v1/shows', { headers, data })).json()
  await signIn(page, FOUNDER.username)
  const failed: string[] = []
  page.on('request', (sent) => {
    if (sent.url().startsWith('http') && !sent.url().startsWith(url)) failed.push(sent.url())
  })
  page.on('response', (answer) => {
    if (answer.status() >= 500) failed.push(`${answer.status()} ${answer.url()}`)
  })
  page.on('pageerror', ({ message }) => failed.push(message))

  for (const path of pagesOf(id, artist.id, venue.id, FOUNDER.username)) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 }).first(), path).toBeVisible()
    await page.waitForLoadState('networkidle')
    expect(await page.getByRole('heading', { name: 'That did not work' }).count(), path).toBe(0)
    expect(failed, path).toEqual([])
  }

  // what is typed is suggested from what is here, and whoever asks for more is told that there is no answer
  await page.goto('/shows/create')
  await page.getByRole('combobox', { name: 'Who' }).fill('ten f')
  await expect(suggested(page)).toHaveText(['Ten Foot Heron'])
  await page.getByRole('combobox', { name: 'Where' }).fill('paar')
  await expect(suggested(page)).toHaveText([/^Paard/])
  await page.goto(`/shows/${id}/setlist`)
  await page.getByRole('button', { name: 'Find the setlist' }).click()
  await expect(page.getByRole('dialog')).toContainText('There is no answer at the moment')
  await page.goto(`/venues/${venue.id}`)
  await page.getByRole('button', { name: 'Where is this venue?' }).click()
  await expect(page.getByRole('dialog')).toContainText('There is no answer at the moment')
})
