/// <reference lib="dom" />
import { type APIRequestContext, type Browser, expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { newName, PASSWORD, signIn, signUp } from './people.ts'

/** Becomes an element and a handler wherever a text is taken for markup. */
const hostile = `<b data-hostile></b><img src=x onerror="window.hostile=1">`
const cameAlive = (page: Page) =>
  page.evaluate(() => document.querySelector('[data-hostile]') !== null || 'hostile' in window)

/** Somebody who puts shows on. */
async function signUpOrganizer(request: APIRequestContext): Promise<string> {
  const username = newName('loft')
  const data = { username, email: `${username}@example.org`, password: PASSWORD, role: 'organizer' }
  const answer = await request.post('/api/v1/auth/register', { data })
  expect(answer.status()).toBe(201)
  return username
}

/** A window of somebody's own. */
async function openAs(browser: Browser, username: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, username)
  return page
}

/** A day from now in the calendar of the form. */
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

async function plan(page: Page, title: string): Promise<void> {
  await page.goto('/organizer/new')
  await page.getByLabel('Title').fill(title)
  const artists = page.getByLabel('Artists')
  // nobody else's concert: another of that place, day and headliner is refused
  const heron = newName('Heron')
  for (const name of ['The Lamplighters', heron, `Brass ${hostile}`]) {
    await artists.fill(name)
    await artists.press('Enter')
  }
  await page.getByLabel('Seats').fill('2')
  await page.getByLabel('About it').fill(`Two sets. ${hostile}`)
  await page.getByLabel('Venue').fill('De Machinekamer')
  await page.getByLabel('Day').fill(inDays(3))
  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByText('Put the pin where it is.')).toBeVisible()
  await page.getByLabel('Latitude').fill('52.0932')
  await page.getByLabel('Longitude').fill('5.1134')
  await expect(page.getByText('Europe/Amsterdam')).toBeVisible()
  await expectAccessible(page, 'planning a night')
  // the second on the bill becomes the first, by the keyboard alone
  await page.getByRole('button', { name: `Move ${heron}`, exact: true }).focus()
  await page.keyboard.press('Space')
  await expect(page.getByText(`Picked up ${heron}, 2 of 3`)).toBeAttached()
  await expect(async () => {
    await page.keyboard.press('ArrowLeft')
    await expect(page.getByText(`Now ${heron}, 1 of 3`)).toBeAttached({ timeout: 1000 })
  }).toPass()
  await page.keyboard.press('Space')
  await expect(page.getByRole('list', { name: 'On the bill' }).getByRole('listitem').first()).toContainText(
    heron,
  )
  await page.getByRole('button', { name: 'Save as a draft' }).click()
  await page.waitForURL(/\/organizer\/[0-9a-f-]{36}$/)
}

test('journey 4: the organiser’s night', async ({ page, request, browser }) => {
  test.slow()
  const loft = await signUpOrganizer(request)
  const [ana, bo, cy] = [
    await signUp(request, 'ana'),
    await signUp(request, 'bo'),
    await signUp(request, 'cy'),
  ]
  const as = ({ token }: typeof ana) => ({ headers: { authorization: `Bearer ${token}` } })

  await signIn(page, loft)
  const title = newName(`Lamps ${hostile}`)
  await plan(page, title)
  const id = new URL(page.url()).pathname.split('/').at(-1)
  // a draft is nobody else's
  expect((await request.get(`/api/v1/events/${id}`, as(ana))).status()).toBe(404)
  await page.getByRole('main').getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByText('Published: everyone can find it now')).toBeVisible()
  const number = (label: string) =>
    page.getByRole('main').locator('dl > div').filter({ hasText: label }).locator('dd')
  await expect(number('of 2 going')).toHaveText('0')

  for (const who of [ana, bo]) {
    expect((await request.post(`/api/v1/events/${id}/rsvp`, as(who))).status()).toBe(200)
  }
  // nobody touches the desk, and it knows
  await expect(number('of 2 going')).toHaveText('2')
  await expect(page.getByText('Full', { exact: true })).toBeVisible()

  const third = await openAs(browser, cy.username)
  await third.goto(`/events/${id}`)
  await third.getByRole('button', { name: 'Join the waitlist' }).click()
  await expect(third.getByText('You’re 1st in line')).toBeVisible()
  await expect(number('waiting')).toHaveText('1')
  expect(await cameAlive(third)).toBe(false)

  const first = await openAs(browser, ana.username)
  await first.goto(`/shows/${id}`)
  await first.getByRole('button', { name: 'Change' }).click()
  await first.getByRole('menuitemcheckbox', { name: 'Not going' }).click()
  await expect(first.getByText('You’re not going')).toBeVisible()
  // who waited is in, on the open page and among what she was told
  await expect(third.getByText('You’re going')).toBeVisible()
  await third.goto('/notifications')
  await expect(third.getByRole('main')).toContainText(title)
  await expect(number('waiting')).toHaveCount(0)
  await expect(number('of 2 going')).toHaveText('2')

  // somebody helps, and the night is called off with a reason
  await page.getByLabel('Ask somebody to help').fill(bo.username)
  await page.getByRole('option', { name: bo.username }).click()
  await expect(page.getByRole('button', { name: `More for ${bo.username}` })).toBeVisible()
  await expectAccessible(page, 'the desk')
  expect(await cameAlive(page)).toBe(false)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Call it off' }).click()
  await expect(page.getByRole('dialog')).toContainText('2 people answered')
  await page.getByLabel('Why').fill(`No power. ${hostile}`)
  await expectAccessible(page, 'calling it off')
  await page.getByRole('dialog').getByRole('button', { name: 'Call it off' }).click()
  await expect(page.getByRole('main').getByText('Called off')).toBeVisible()
  await expect(page.getByRole('main')).toContainText(`No power. ${hostile}`)
  await page.getByRole('link', { name: 'Your events' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your events')
  await expect(page.getByRole('main')).toContainText('Cancelled')
  await expectAccessible(page, 'events of mine')
  expect(await cameAlive(page)).toBe(false)
  for (const other of [first, third]) await other.context().close()
})
