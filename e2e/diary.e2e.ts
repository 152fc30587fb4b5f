/// <reference lib="dom" />
import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import { newName, signIn, signUp } from './people.ts'

type Member = Awaited<ReturnType<typeof signUp>>
const as = ({ token }: Member) => ({ headers: { authorization: `Bearer ${token}` } })

/** A night of hers, written down by the API. */
async function log(request: APIRequestContext, who: Member, data: object) {
  const night = { venue_name: 'Town Hall', venue_city: 'Utrecht', venue_country: 'NL', ...data }
  return (await request.post('/api/v1/shows', { ...as(who), data: night })).json()
}

/** A diary that is longer than any window: two nights a month, three years long. */
async function fillDiary(request: APIRequestContext, who: Member): Promise<void> {
  const band = newName('Ten Foot Heron')
  const days = [2020, 2021, 2022].flatMap((year) =>
    Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}-01`),
  )
  await Promise.all(days.map((show_date) => log(request, who, { artist_name: band, show_date })))
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const scrolled = (page: Page) => page.evaluate(() => Math.round(window.scrollY))

/** Scrolls down until there is no more to come, then back to the middle; gives the place. */
async function scrollAbout(page: Page): Promise<number> {
  const height = () => page.evaluate(() => document.documentElement.scrollHeight)
  for (let known = 0; known !== (await height()); ) {
    known = await height()
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
    await page.waitForLoadState('networkidle')
  }
  await page.evaluate(async () => {
    window.scrollTo(0, document.documentElement.scrollHeight / 2)
    // the window tells of it in the frame that follows
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
  })
  return scrolled(page)
}

/** Opens a show that is in the window now; years that come into sight may still be on their way. */
async function openOneInSight(page: Page): Promise<void> {
  const inSight = () =>
    page.evaluate(() => {
      const links = [...document.querySelectorAll<HTMLElement>('main li a[href^="/shows/"]')]
      const seen = links.find((link) => {
        const { top, bottom } = link.getBoundingClientRect()
        return top > 80 && bottom < window.innerHeight - 80
      })
      return seen?.getAttribute('href') ?? null
    })
  await expect.poll(inSight).not.toBeNull()
  const href = await inSight()
  // by script, because a click of Playwright's may scroll
  await page
    .locator(`main li a[href="${href}"]`)
    .first()
    .evaluate((link: HTMLElement) => link.click())
  await page.waitForURL(`**${href}`)
  await expect(heading(page)).toBeVisible()
}

test('an evening with the diary', async ({ page, request, browser }) => {
  test.slow()
  const [ana, bo] = [await signUp(request, 'ana'), await signUp(request, 'bo')]
  const facts = { artist_name: newName('The Lamplighters'), show_date: '2024-06-01', show_time: '20:00' }
  const show = await log(request, ana, facts)
  await log(request, bo, facts)

  await signIn(page, ana.username)
  await page.waitForURL('**/dashboard')
  await expect(heading(page)).toBeVisible()

  // by the keyboard alone to the show
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
  await page.keyboard.type(facts.artist_name)
  const chosen = page.getByRole('dialog').getByRole('option', { selected: true })
  await expect(chosen).toContainText(facts.artist_name)
  const found = page.getByRole('dialog').getByRole('option').filter({ hasText: 'Town Hall' })
  await expect(found).toHaveCount(1)
  while ((await found.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/shows/${show.id}`)
  await expect(page.getByRole('dialog')).toHaveCount(0)

  // a fact is changed, told, and put back
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Edit' }).click()
  await page.getByLabel('Time').fill('21:15')
  await page.getByRole('button', { name: 'Save the changes' }).click()
  await expect(page.getByRole('main')).toContainText('21:15')
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'History' }).click()
  await expect(page.getByRole('article').first()).toContainText('time')
  await page
    .getByRole('button', { name: /^Put back/ })
    .first()
    .click()
  await expect(page.getByRole('article').first()).toContainText('put back')
  await page.getByRole('main').getByRole('link', { name: facts.artist_name }).first().click()
  await expect(page.getByRole('main')).toContainText('20:00')

  // a word to somebody, who sees it come
  const bos = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage()
  await signIn(bos, bo.username)
  await bos.goto(`/shows/${show.id}/comments`)
  await expect(bos.getByText('Nobody has said anything yet')).toBeVisible()
  await page.getByRole('link', { name: 'Comments' }).click()
  const field = page.getByRole('textbox', { name: 'Your comment' })
  await field.pressSequentially(`@${bo.username.slice(0, 5)}`)
  await expect(page.getByRole('option')).toHaveCount(1)
  await field.press('Enter')
  await field.pressSequentially('were you upstairs?')
  await field.press('Control+Enter')
  const said = bos.getByRole('article').filter({ hasText: 'were you upstairs?' })
  await expect(said.getByRole('link', { name: `@${bo.username}` })).toBeVisible()

  // the list is pasted and put in order by the keyboard, and the other page follows
  await bos.getByRole('link', { name: 'Setlist' }).click()
  await page.getByRole('link', { name: 'Setlist' }).click()
  await page.getByRole('button', { name: 'Paste a list' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('Anchor\nBuoy\nEncore:\nCable')
  await page.getByRole('dialog').getByRole('button', { name: 'Add 3 songs' }).click()
  await page.getByRole('button', { name: 'Buoy', exact: true }).press('Alt+ArrowUp')
  await expect(bos.getByRole('main')).toContainText(/Buoy.*Anchor.*Encore.*Cable/s)
  await bos.context().close()
})

test('back is where one was', async ({ page, request }) => {
  test.slow()
  const ana = await signUp(request, 'ana')
  await fillDiary(request, ana)
  await signIn(page, ana.username)
  const person = `/profile/${ana.username}`
  for (const list of ['/shows', '/shows?view=posters', '/shows?scope=all&city=Utrecht', person]) {
    await page.goto(list)
    await expect(page.locator('main li a[href^="/shows/"]').first()).toBeVisible()
    const place = await scrollAbout(page)
    expect(place).toBeGreaterThan(300)
    await openOneInSight(page)
    await expect.poll(() => scrolled(page)).toBe(0)
    await page.goBack()
    await expect.poll(() => scrolled(page)).toBe(place)
  }

  // by the link on the page, after a look at its tabs
  await page.goto('/shows?view=posters')
  await expect(page.locator('main li a[href^="/shows/"]').first()).toBeVisible()
  const place = await scrollAbout(page)
  await openOneInSight(page)
  await page.getByRole('link', { name: 'Setlist' }).click()
  await expect(page.getByRole('button', { name: 'Paste a list' })).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'Shows', exact: true }).click()
  await page.waitForURL('**/shows?view=posters')
  await expect.poll(() => scrolled(page)).toBe(place)
})

test('what is mine is changed at once, taken back when refused, and waits without a network', async ({
  page,
  request,
  context,
}) => {
  const ana = await signUp(request, 'ana')
  const show = await log(request, ana, { artist_name: newName('The Lamplighters'), show_date: '2024-06-01' })
  const mine = async () =>
    (await (await request.get(`/api/v1/shows/${show.id}`, as(ana))).json()).my_attendance
  const stars = (count: number) => page.getByRole('radio', { name: `${count} star` })
  await signIn(page, ana.username)
  await page.goto(`/shows/${show.id}`)

  await stars(4).click()
  await expect.poll(async () => (await mine()).rating).toBe(4)
  await stars(4).click()
  await expect(stars(4)).not.toBeChecked()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(stars(4)).toBeChecked()
  await expect.poll(async () => (await mine()).rating).toBe(4)

  // refused: it is as it was, a sentence says why, and what was written is not lost
  await page.route(`**/api/v1/shows/${show.id}`, (route) =>
    route.request().method() === 'PATCH' ? route.fulfill({ status: 503, body: '' }) : route.continue(),
  )
  await stars(2).click()
  await expect(page.getByText('The server is not available just now')).toBeVisible()
  await expect(stars(4)).toBeChecked()
  await page.getByRole('button', { name: 'Write a note' }).click()
  await page.getByLabel('Notes').fill('Front row, left')
  await page.getByRole('button', { name: 'Save the note' }).click()
  await expect(page.getByLabel('Notes')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByLabel('Notes')).toHaveValue('Front row, left')
  await page.unroute(`**/api/v1/shows/${show.id}`)

  await context.setOffline(true)
  await expect(page.getByText('You are offline')).toBeVisible()
  await page.getByRole('button', { name: 'Save the note' }).click()
  await stars(5).click()
  await expect(stars(5)).toBeChecked()
  await expect(page.getByText('2 changes wait for the network')).toBeVisible()
  await expect(page.getByText('Front row, left')).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText('You are offline')).toHaveCount(0)
  await expect.poll(mine).toMatchObject({ rating: 5, notes: 'Front row, left' })
})

test('a night goes and comes back; one with something in it is asked for @phone', async ({
  page,
  request,
}) => {
  const ana = await signUp(request, 'ana')
  const artist_name = newName('The Lamplighters')
  const show = await log(request, ana, { artist_name, show_date: '2024-06-01' })
  await signIn(page, ana.username)
  const remove = async () => {
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Delete from my diary' }).click()
  }
  await page.goto(`/shows/${show.id}`)
  await remove()
  await page.waitForURL('**/shows')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(heading(page)).toContainText(artist_name)
  await expect(page.getByText('You were there')).toBeVisible()
  await page.getByRole('radio', { name: '4 star' }).click()
  await expect(page.getByRole('radio', { name: '4 star' })).toBeChecked()
  await remove()
  await expect(page.getByRole('alertdialog')).toContainText('Your rating will be gone for good')
})

test('every page has an address of its own, for whoever opens it @desktop', async ({ page, request }) => {
  test.slow()
  const ana = await signUp(request, 'ana')
  const show = await log(request, ana, { artist_name: newName('The Lamplighters'), show_date: '2024-06-01' })
  const tabs = ['setlist', 'photos', 'comments'].map((tab) => `/shows/${show.id}/${tab}`)
  const addresses = [
    `/shows/${show.id}`,
    ...tabs,
    `/shows/${show.id}/history`,
    `/search?q=${show.artist_name}&kind=shows`,
    `/artists/${show.artist.id}`,
    `/venues/${show.venue.id}`,
    `/profile/${ana.username}`,
  ]
  const opens = async (address: string) => {
    await page.goto(address)
    await expect(heading(page)).toBeVisible()
    await expect(heading(page)).not.toHaveText(/No such|Nobody|broke|empty/)
    expect(decodeURIComponent(page.url())).toContain(address)
    if (tabs.includes(address)) {
      const tab = page.getByRole('link', { name: address.split('/').pop() ?? '' })
      await expect(tab.first()).toHaveAttribute('aria-current', 'page')
    }
  }
  for (const address of addresses) await opens(address)

  // a stranger comes back to the very tab after signing in
  await page.goto(`/shows/${show.id}/comments`)
  await page.getByRole('banner').getByRole('link', { name: 'Log in' }).click()
  await page.getByLabel('Username or e-mail').fill(ana.username)
  await page.getByLabel('Password', { exact: true }).fill('four small tickets')
  await page.getByRole('button', { name: 'Log in' }).click()
  await page.waitForURL(`**/shows/${show.id}/comments`)
  for (const address of [...addresses, '/dashboard']) await opens(address)
})
