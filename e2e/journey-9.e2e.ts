import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { flac } from './flac.ts'
import { PASSWORD, signIn, signUp } from './people.ts'
import { song } from './songs.ts'

const SONGS = [
  'Harbour',
  'Anchor',
  'Lighthouse',
  'Tide tables',
  'Northern quay',
  'Salt',
  'Ferry',
  'Low water',
  'Mooring',
  'Keel',
]

/** Ten songs by two bands, from 80 beats a minute to 170. */
const file = (title: string, n: number) => ({
  name: `${title}.flac`,
  mimeType: 'audio/flac',
  buffer: flac(song(80 + 10 * n, 52 + n), {
    TITLE: title,
    ARTIST: n % 2 === 0 ? 'The Lamplighters' : 'Halogen Orchard',
  }),
})

/** Adds them by the API, as a program does, and waits until each has been listened to. */
async function addSongs(request: APIRequestContext, token: string) {
  const headers = { authorization: `Bearer ${token}` }
  for (const [n, title] of SONGS.entries()) {
    const sent = await request.post('/api/v1/audio/upload', { headers, multipart: { file: file(title, n) } })
    expect(sent.status()).toBe(201)
  }
  const known = async () => {
    const { features } = await (await request.get('/api/v1/music/summary', { headers })).json()
    return features.known
  }
  await expect.poll(known, { timeout: 240_000, intervals: [1000] }).toBe(SONGS.length)
}

type List = 'Now' | 'Your songs' | 'Then'

const rowsOf = (page: Page, list: List) =>
  page.getByRole('region', { name: list, exact: true }).getByRole('listitem')

/** What can be played in it, in order. */
const titlesIn = (page: Page, list: List) =>
  rowsOf(page, list)
    .getByRole('button', { name: /^(Play|Pause) / })
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')))

/** Presses a place of the field, shares from its left and its head. */
async function press(page: Page, x: number, y: number) {
  const box = await page.locator('.mood-field').boundingBox()
  if (box === null) throw new Error('there is no field')
  await page.mouse.click(box.x + box.width * x, box.y + box.height * y)
}

test('journey 9: a finger says the mood, my own songs answer', async ({ page, request }) => {
  // ten songs are prepared and listened to meanwhile
  test.setTimeout(360_000)
  const ana = await signUp(request, 'ana')
  await addSongs(request, ana.token)
  await signIn(page, ana.username)
  await page.goto('/mood')
  await expect(page.getByText('How do you feel?')).toBeVisible()
  await expectAccessible(page, 'MoodDJ before anything is said')

  // a place in the field: ten songs, each with its reason
  await press(page, 0.75, 0.2)
  await expect(rowsOf(page, 'Your songs')).toHaveCount(10)
  await expect(rowsOf(page, 'Your songs').first()).toContainText(/Valence 0\.\d/)
  await expect(rowsOf(page, 'Your songs').first()).toContainText(/\d+ BPM/)
  await expectAccessible(page, 'MoodDJ with its songs')

  // they play, and it is written down that they do
  const begun = page.waitForResponse((answer) => answer.url().endsWith('/music/play') && answer.ok())
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await begun
  await expect(
    page.getByRole('region', { name: 'Now' }).getByRole('button', { name: /^Pause / }),
  ).toBeVisible()
  const before = await titlesIn(page, 'Then')

  // one tap puts the mood right: other songs come, the one that plays goes on
  const playing = await titlesIn(page, 'Now')
  const corrected = page.waitForResponse((answer) => answer.url().endsWith('/correct') && answer.ok())
  const answered = page.waitForResponse((answer) => answer.url().includes('/music/recommendations?mood=sad'))
  await page.getByRole('button', { name: 'Not happy but sad' }).click()
  await Promise.all([corrected, answered])
  await expect(page.getByText('As you say; remembered for next time')).toBeVisible()
  await expect.poll(() => titlesIn(page, 'Then')).not.toEqual(before)
  expect(await titlesIn(page, 'Now')).toEqual(playing)

  // kept as a playlist; and what plays goes on elsewhere
  await page.getByRole('button', { name: 'Save as a playlist' }).click()
  await page.getByRole('button', { name: 'Open' }).click()
  await page.waitForURL(/\/playlists\/.+/)
  await expect(page.getByRole('heading', { level: 1, name: /^Sad, / })).toBeVisible()
  await expect(
    page.getByRole('region', { name: 'Player' }).getByRole('button', { name: 'Pause' }),
  ).toBeVisible()
})

test('MoodDJ tells strangers what it is, leads them back, and says what will be there @phone', async ({
  page,
  request,
}) => {
  const ana = await signUp(request, 'ana')
  await page.goto('/mood')
  // the keys move the light as well
  await page.getByRole('slider', { name: /^Energy/ }).press('PageUp')
  await page.getByRole('slider', { name: /^Brightness/ }).press('End')
  await expect(
    page.getByText('Very bright and high', { exact: false }).or(page.getByText('Very bright and lively')),
  ).toBeVisible()
  await expectAccessible(page, 'MoodDJ for strangers')
  await page.getByRole('link', { name: 'Log in to hear your music' }).click()
  await page.getByLabel('Username or e-mail').fill(ana.username)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Log in' }).click()
  await page.waitForURL('/mood')
  await expect(page.getByRole('heading', { name: 'Your music will answer here' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Add music' })).toHaveAttribute('href', '/sound-lab/upload')
})
