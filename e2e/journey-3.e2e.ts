import { expect, test } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { putOn } from './events.ts'
import { newName, signIn, signUp } from './people.ts'

/** Far from where other journeys put their events on. */
const HERE = { latitude: 64.14, longitude: -21.94 }
/** Degrees to the north, of some 111 km. */
const north = (km: number) => ({ ...HERE, latitude: HERE.latitude + km / 111.2 })

test('journey 3: what is on around me', async ({ page, context, request, browser }) => {
  test.slow()
  // the map stands still: browsers without a graphics card draw each step of a flight by hand
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const olga = await signUp(request, 'olga', 'organizer')
  const near = newName('Three away')
  const far = newName('Sixty away')
  await putOn(request, olga, { title: near, ...north(3), capacity: 2, description: 'Bring a coat.' })
  await putOn(request, olga, { title: far, ...north(60) })
  const noor = await signUp(request, 'noor')
  await context.grantPermissions(['geolocation'])
  await context.setGeolocation(HERE)
  await signIn(page, noor.username)
  const stub = (title: string) => page.getByRole('article').filter({ hasText: title })

  await page.goto('/discover')
  await page.getByRole('button', { name: 'Everywhere' }).click()
  await page.getByRole('button', { name: 'Use my location' }).click()
  await expect(page).toHaveURL(/near=64\.14/)
  await expect(stub(near)).toContainText('3 km')
  await expect(stub(near)).toContainText('2 seats left')
  await expect(stub(far)).toHaveCount(0)
  await expectAccessible(page, 'discover')

  // answered from there, and known there on the way back
  await stub(near).getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1, name: near })).toBeVisible()
  await expect(page.getByText('Bring a coat.')).toBeVisible()
  await page.getByRole('button', { name: 'Going', exact: true }).click()
  await expect(page.getByRole('main').getByText('You’re going')).toBeVisible()
  await expectAccessible(page, 'an event')
  await page.goBack()
  await expect(stub(near)).toContainText('You’re going')
  await expect(stub(near)).toContainText('One seat left')

  // farther around; each step is one of the browser's history
  await page.getByRole('button', { name: /within 25 km/ }).click()
  await page.getByText('100 km', { exact: true }).click()
  await page.keyboard.press('Escape')
  await expect(stub(far)).toContainText('60 km')
  const shared = page.url()
  await page.goBack()
  await expect(stub(far)).toHaveCount(0)
  await expect(stub(near)).toBeVisible()

  // what is sent to somebody who is not signed in, and has never said where she is
  const stranger = await (await browser.newContext()).newPage()
  await stranger.goto(shared)
  for (const [title, distance] of [
    [near, '3 km'],
    [far, '60 km'],
  ] as const) {
    await expect(stranger.getByRole('article').filter({ hasText: title })).toContainText(distance)
  }
  await expect(stranger.getByRole('button', { name: /within 100 km/ })).toBeVisible()
  expect(await stranger.getByText('You’re going').count()).toBe(0)
  await stranger.context().close()

  // the next visit begins where this one looked
  await page.goto('/discover')
  await expect(page).toHaveURL(/near=64\.14/)
  await expect(stub(near)).toBeVisible()

  // and nothing is found with what finds something beside it
  await page.goto('/discover?near=-60,-140&place=Nowhere&when=week')
  await expect(page.getByText('Nothing within 25 km of Nowhere in the next 7 days')).toBeVisible()
  await page.getByRole('button', { name: 'Within 50 km' }).click()
  await expect(page).toHaveURL(/radius=50/)
})

test('without WebGL the list says it all @desktop', async ({ page, request }) => {
  const olga = await signUp(request, 'olga', 'organizer')
  const title = newName('No map')
  await putOn(request, olga, { title, ...north(-5) })
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null
  })
  await page.goto('/discover?near=64.14,-21.94&place=Reykjavik')
  await expect(page.getByRole('article').filter({ hasText: title })).toBeVisible()
  await expect(page.locator('.world-map')).toHaveCount(0)
})
