import { type APIRequestContext, expect, type Locator, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { flac } from './flac.ts'
import { signIn, signUp } from './people.ts'

const TITLES = ['Anchor', 'Dock', 'Tide']

/** Somebody with three short recordings, and what the API says to her. */
async function listener(page: Page, request: APIRequestContext) {
  const { username, token } = await signUp(request, 'mira')
  const headers = { authorization: `Bearer ${token}` }
  for (const [n, TITLE] of TITLES.entries()) {
    // of different lengths, or they would be the same recording
    const buffer = flac(new Float32Array(11_025 * (n + 2)), { TITLE, ARTIST: 'The Lamplighters' })
    const file = { name: `${TITLE}.flac`, mimeType: 'audio/flac', buffer }
    expect((await request.post('/api/v1/audio/upload', { headers, multipart: { file } })).status()).toBe(201)
  }
  const read = async (path: string) => (await request.get(`/api/v1${path}`, { headers })).json()
  // what a file says of itself is known once it was looked into
  const named = async () => (await read('/music/library?q=lamplighters')).items.length
  await expect.poll(named, { timeout: 60_000 }).toBe(TITLES.length)
  await signIn(page, username)
  const send = (path: string, data: object) => request.post(`/api/v1${path}`, { headers, data })
  return { read, send, headers }
}

const choose = async (page: Page, thing: Page | Locator, name: string, item: string) => {
  await thing.getByRole('button', { name, exact: true }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

test('a library of one’s own, put into playlists', async ({ page, request }) => {
  const { read, headers } = await listener(page, request)
  await page.goto('/music')
  const rows = page
    .getByRole('table', { name: 'My tracks' })
    .getByRole('row')
    .filter({ hasText: 'Lamplighters' })
  await expect(rows).toHaveCount(3)
  await expectAccessible(page, 'my music')

  // found by its words, which the address keeps; called by another name; out, and in again
  await page.getByRole('searchbox', { name: 'Search my music' }).fill('tide')
  await expect(rows).toHaveCount(1)
  await expect(page).toHaveURL(/\?q=tide/)
  await choose(page, rows, 'More about Tide', 'Rename')
  await page.getByRole('textbox', { name: 'Title' }).fill('Ebb tide')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(rows.getByText('Ebb tide')).toBeVisible()
  await choose(page, rows, 'More about Ebb tide', 'Take out of my music')
  await expect(page.getByRole('heading', { name: 'No track fits' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(rows).toHaveCount(1)

  // into a list that is made on the way
  await choose(page, rows, 'More about Ebb tide', 'Add to a playlist')
  await page.getByRole('button', { name: 'New playlist' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('For the way home')
  await page.getByRole('button', { name: 'Make it' }).click()
  await page.goto('/music?sort=name')
  for (const name of ['Anchor', 'Dock']) {
    await choose(page, page, `More about ${name}`, 'Add to a playlist')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /For the way home/ })
      .click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }

  await page.getByRole('link', { name: 'Playlists', exact: true }).click()
  await page.getByRole('link', { name: /For the way home/ }).click()
  const { items } = await read('/playlists')
  const id = items[0].id as string
  const order = async () =>
    (await read(`/playlists/${id}`)).items.map(({ name }: { name: string }) => name).join(', ')
  const lines = page.getByRole('list', { name: 'Tracks in order' }).getByRole('listitem')
  await expect(lines).toHaveCount(3)
  await expectAccessible(page, 'a playlist')

  // moved by the keyboard: with Alt and the arrows, and by its handle
  const more = page.getByRole('button', { name: 'More about Dock' })
  await more.press('Alt+ArrowUp')
  await more.press('Alt+ArrowUp')
  await expect(lines.first()).toContainText('Dock')
  await expect(more).toBeFocused()
  await expect.poll(order).toBe('Dock, Ebb tide, Anchor')
  const handle = page.getByRole('button', { name: 'Move Dock' })
  await handle.press('Space')
  await expect(page.getByText('Picked up Dock, 1 of 3')).toBeAttached()
  await handle.press('ArrowDown')
  await expect(page.getByText('Now Dock, 2 of 3')).toBeAttached()
  await handle.press('Space')
  await expect.poll(order).toBe('Ebb tide, Dock, Anchor')

  // off the list and back, in its place; and as M3U
  await choose(page, page, 'More about Ebb tide', 'Take off the list')
  await expect(lines).toHaveCount(2)
  await expect.poll(order).toBe('Dock, Anchor')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(order).toBe('Ebb tide, Dock, Anchor')
  const download = page.waitForEvent('download')
  await choose(page, page, 'More', 'Download as M3U')
  expect((await download).suggestedFilename()).toMatch(/\.m3u8?$/)
  const m3u = await (await request.get(`/api/v1/playlists/${id}/m3u`, { headers })).text()
  expect(m3u).toMatch(/^#EXTM3U[\s\S]*Ebb tide[\s\S]*Dock[\s\S]*Anchor/)

  await choose(page, page, 'More', 'Delete')
  await page.getByRole('button', { name: 'Delete the playlist' }).click()
  await expect(page.getByRole('heading', { name: 'No playlists yet' })).toBeVisible()
})

test('moods that were, and connections of a server without any', async ({ page, request }) => {
  const { read, send } = await listener(page, request)
  for (const mood of ['happy', 'happy', 'sad']) await send('/mood/samples', { source: 'button', mood })
  const { items } = await read('/music/library')
  await send('/music/play', { track_id: items[0].id, mood: 'happy' })

  await page.goto('/mood/history')
  await expect(page.getByText('most often, 2 of 3')).toBeVisible()
  const weekdays = page.getByRole('region', { name: 'By weekday' })
  await weekdays.getByText('The same as a table').click()
  await expect(weekdays.getByRole('columnheader', { name: 'Happy' })).toBeVisible()
  const played = page.getByRole('region', { name: 'What you played' })
  await expect(played.getByText(items[0].name)).toBeVisible()
  await expectAccessible(page, 'moods that were')

  // the latest was none of that: it is put right, and the page says so
  const moods = page.getByRole('region', { name: 'One by one' })
  await moods.getByRole('button', { name: /^More about Sad/ }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Happy' }).click()
  await expect(moods.getByText('put right, it said Sad')).toBeVisible()
  await expect(page.getByText('most often, 3 of 3')).toBeVisible()
  await moods.getByRole('button', { name: 'Forget all my moods' }).click()
  await page.getByRole('button', { name: 'Forget all', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'No moods in this time' })).toBeVisible()
  await expect(played.getByText(items[0].name)).toBeVisible()

  await page.goto('/settings/connections')
  await expect(page.getByText('Not set up on this server.')).toBeVisible()
  await expectAccessible(page, 'connections')
})
