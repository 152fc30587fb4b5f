import { type APIRequestContext, expect, type Locator, type Page, test } from '@playwright/test'
import { newName, signIn, signUp } from './people.ts'

type Point = { x: number; y: number }

async function middleOf(line: Locator): Promise<Point> {
  const box = await line.boundingBox()
  if (box === null) throw new Error('nothing to point at')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Drags with a finger where there is one, else with the mouse. */
async function drag(page: Page, from: Locator, to: Locator, hasTouch: boolean): Promise<void> {
  // near the edge of the window the page would scroll by itself, for as long as the finger stays there
  await to.evaluate((line) => line.scrollIntoView({ block: 'center' }))
  const [start, end] = [await middleOf(from), await middleOf(to)]
  const steps = Array.from({ length: 12 }, (_, n) => start.y + ((end.y - start.y) * (n + 1)) / 12)
  if (!hasTouch) {
    await page.mouse.move(start.x, start.y)
    await page.mouse.down()
    for (const y of steps) await page.mouse.move(start.x, y)
    await untilDrawn(page)
    await page.mouse.up()
    return
  }
  const finger = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: Point[]) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: points })
  await touch('touchStart', [start])
  for (const y of steps) await touch('touchMove', [{ x: start.x, y }])
  await untilDrawn(page)
  await touch('touchEnd', [])
}

/** A person lets go of what she sees: the last move has to be on the screen. */
const untilDrawn = (page: Page) =>
  page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))

/** A night with these songs, and the page of its setlist. */
async function openNight(page: Page, request: APIRequestContext, songs: object[]) {
  const { username, token } = await signUp(request, 'sam')
  const headers = { authorization: `Bearer ${token}` }
  const night = { artist_name: newName('Night Ferries'), venue_name: 'Quay', show_date: '2024-12-01' }
  const show = await (await request.post('/api/v1/shows', { headers, data: night })).json()
  const setlist = `/api/v1/shows/${show.id}/setlist`
  await request.put(setlist, { headers, data: { songs } })
  await signIn(page, username)
  await page.goto(`/shows/${show.id}/setlist`)
  await expect(page.getByRole('button', { name: /^Move / }).first()).toBeVisible()
  const order = async () => {
    const { items } = await (await request.get(setlist, { headers })).json()
    return items.map((song: { song_name: string; encore: boolean; set: number }) =>
      [song.song_name, song.encore ? 'E' : 'S', song.set].join(' '),
    )
  }
  return { order, setlist, headers }
}

const four = [
  { song_name: 'Anchor' },
  { song_name: 'Buoy' },
  { song_name: 'Cable' },
  { song_name: 'Dock', encore: true },
]
const move = (page: Page, name: string) => page.getByRole('button', { name: `Move ${name}`, exact: true })

test('songs and the encore line are dragged into place, each in one request', async ({
  page,
  request,
  hasTouch,
}) => {
  const { order } = await openNight(page, request, four)
  const patches: string[] = []
  page.on('request', (sent) => {
    if (sent.method() === 'PATCH') patches.push(sent.url())
  })

  await drag(page, move(page, 'Anchor'), move(page, 'Dock'), hasTouch)
  await expect.poll(order).toEqual(['Buoy S 1', 'Cable S 1', 'Dock E 1', 'Anchor E 1'])
  expect(patches).toHaveLength(1)

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(order).toEqual(['Anchor S 1', 'Buoy S 1', 'Cable S 1', 'Dock E 1'])

  await drag(page, move(page, 'Encore'), move(page, 'Buoy'), hasTouch)
  await expect.poll(order).toEqual(['Anchor S 1', 'Buoy E 1', 'Cable E 1', 'Dock E 1'])
  await page.reload()
  await expect(page.getByRole('list', { name: 'Setlist' })).toContainText(/Anchor.*Encore.*Buoy/s)
})

test('the keyboard does the same and says where a song is @desktop', async ({ page, request }) => {
  const { order } = await openNight(page, request, four)
  const spoken = page.locator('[id^="DndLiveRegion"]')
  await move(page, 'Cable').focus()
  await page.keyboard.press('Space')
  await expect(spoken).toHaveText('Picked up Cable, 3 of 4')
  await page.keyboard.press('ArrowDown')
  await expect(spoken).toHaveText('Now Cable, 3 of 4, in the encore')
  await page.keyboard.press('Space')
  await expect.poll(order).toEqual(['Anchor S 1', 'Buoy S 1', 'Cable E 1', 'Dock E 1'])
  await expect(move(page, 'Cable')).toBeFocused()

  await page.keyboard.press('Space')
  await expect(spoken).toHaveText('Picked up Cable, 3 of 4, in the encore')
  await page.keyboard.press('ArrowUp')
  await expect(spoken).toHaveText('Now Cable, 3 of 4')
  await page.keyboard.press('Escape')
  await expect(spoken).toHaveText(/^Left where it was/)

  await page.getByRole('button', { name: 'Anchor', exact: true }).press('Alt+ArrowDown')
  await expect.poll(order).toEqual(['Buoy S 1', 'Anchor S 1', 'Cable E 1', 'Dock E 1'])
})

test('a list is pasted, seen before it is added, and taken back', async ({ page, request }) => {
  const { order, setlist, headers } = await openNight(page, request, four)
  await page.getByRole('button', { name: 'Paste a list' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Replace the list').click()
  await dialog
    .getByRole('textbox', { name: 'The list' })
    .fill(
      '1. Harbour 3:45\n2. Helpless (Neil Young cover)\n\nSet 2:\nLighthouse\nEncore:\nTide (with De Kift)',
    )
  await expect(dialog).toContainText('4 songs · 1 in the encore')
  await expect(dialog).toContainText('Neil Young cover')
  await dialog.getByRole('button', { name: 'Replace with 4 songs' }).click()
  await expect.poll(order).toEqual(['Harbour S 1', 'Helpless S 1', 'Lighthouse S 2', 'Tide E 1'])
  await expect(page.getByRole('list', { name: 'Setlist' })).toContainText('with De Kift')

  // what somebody else adds meanwhile is not theirs to lose
  await request.post(setlist, { headers, data: { song_name: 'Ebb', encore: true } })
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(order).toContain('Ebb E 1')
})

test('a deleted song comes back at its place with everything it had @phone', async ({ page, request }) => {
  const all = { cover_of: 'Neil Young', guest: 'De Kift', tape: true, notes: 'twice', set: 2 }
  const songs = [{ song_name: 'Anchor' }, { song_name: 'X', ...all }, { song_name: 'Dock', encore: true }]
  const { setlist, headers } = await openNight(page, request, songs)
  const now = async () => (await (await request.get(setlist, { headers })).json()).items
  await page.getByRole('button', { name: 'More for X' }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await expect.poll(async () => (await now()).length).toBe(2)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => (await now())[1]).toMatchObject({ song_name: 'X', song_order: 2, ...all })
})

test('an order that somebody else has overtaken is not made, and the page says so @desktop', async ({
  page,
  request,
}) => {
  const { order, setlist, headers } = await openNight(page, request, four)
  await page.route(`**${setlist}`, async (route) => {
    if (route.request().method() === 'PATCH')
      await request.post(setlist, { headers, data: { song_name: 'Ebb' } })
    await route.continue()
  })
  await page.getByRole('button', { name: 'Anchor', exact: true }).press('Alt+ArrowDown')
  await expect(page.getByText('Somebody else changed the setlist')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Ebb', exact: true })).toBeVisible()
  expect(await order()).toEqual(['Anchor S 1', 'Buoy S 1', 'Cable S 1', 'Dock E 1', 'Ebb S 1'])
})
