import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { putOn } from './events.ts'
import { newName, signIn, signUp } from './people.ts'
import { line, say } from './rooms.ts'

/** Far from where other journeys put their events on. */
const DOOR = { latitude: 40.4168, longitude: -3.7038 }
/** Where somebody stands, and how well her phone knows it. */
const north = (metres: number) => ({
  ...DOOR,
  latitude: DOOR.latitude + metres / 111_195,
  accuracy: 15,
})
const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()

test('journey 5: arriving @phone', async ({ page, context, request, browser }) => {
  const olga = await signUp(request, 'olga', 'organizer')
  const title = newName('Tonight')
  const id = await putOn(request, olga, { title, ...DOOR, venue_name: 'Sala Sol', date: soon(30) })
  const early = await putOn(request, olga, { title: newName('Later'), ...DOOR, date: soon(48 * 60) })
  const noor = await signUp(request, 'noor')
  const as = { headers: { authorization: `Bearer ${noor.token}` } }
  await signIn(page, noor.username)

  // the room is for those who come
  await page.goto(`/shows/${id}/chat`)
  await expect(page.getByRole('textbox', { name: 'Your message' })).toHaveCount(0)

  // a phone that keeps its place to itself leaves the way by hand
  await page.getByRole('button', { name: 'I’m here' }).click()
  const sheet = page.getByRole('dialog')
  await expect(sheet).toContainText('compared once with the 200 m around the venue, and not kept')
  await expectAccessible(page, 'arriving')
  await sheet.getByRole('button', { name: 'Use my location' }).click()
  await expect(sheet).toContainText('Your location stays with you')
  await expect(sheet.getByRole('button', { name: 'I’m here anyway' })).toBeVisible()
  await page.keyboard.press('Escape')

  // too far away, by a distance in words
  await context.grantPermissions(['geolocation'])
  await context.setGeolocation(north(640))
  await page.getByRole('button', { name: 'I’m here' }).click()
  await expect(sheet).toContainText(/You’re 641\sm away/)
  await expect(sheet).toContainText(/within 200\sm: 441\sm to go/)
  await context.setGeolocation(north(80))
  await sheet.getByRole('button', { name: 'Try again' }).click()
  await expect(sheet).toHaveCount(0)
  await expect(here(page)).toBeVisible()

  // another device of hers arrives, too; it is one arrival
  const second = await request.post(`/api/v1/events/${id}/arrival`, { ...as, data: DOOR })
  expect([second.status(), (await second.json()).method]).toEqual([200, 'geofence'])
  const there = await request.get(`/api/v1/shows/${id}/active-users`, as)
  expect((await there.json()).items).toHaveLength(1)

  // the room is open
  await say(page, 'At the bar on the left')
  await expect(line(page, 'At the bar on the left')).toBeVisible()
  const tablet = await (await browser.newContext()).newPage()
  await signIn(tablet, noor.username)
  await tablet.goto(`/shows/${id}`)
  await expect(here(tablet)).toBeVisible()
  await tablet.context().close()

  // before its time there is nothing to arrive at
  const tooEarly = await request.post(`/api/v1/events/${early}/arrival`, { ...as, data: DOOR })
  expect([tooEarly.status(), (await tooEarly.json()).code]).toEqual([409, 'arrival_not_open'])
})

const here = (page: Page) => page.getByRole('main').getByText(/You’re here since/)
