import { expect, test } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { newName, signIn, signUp } from './people.ts'

test('two people become friends, live, and one hears what the other does @desktop', async ({
  page,
  request,
  browser,
}) => {
  test.slow()
  const [ana, bo] = [await signUp(request, 'ana'), await signUp(request, 'bo')]
  await signIn(page, ana.username)
  await page.goto('/friends')
  await expect(page.getByText('No friends here yet')).toBeVisible()

  const bos = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage()
  await signIn(bos, bo.username)
  await bos.goto('/friends/requests')
  await expect(bos.getByText('No open requests')).toBeVisible()

  await page.getByLabel('Find people').getByRole('searchbox').fill(bo.username)
  await page.getByRole('button', { name: `Add friend ${bo.username}` }).click()
  await expect(page.getByRole('button', { name: `Requested to ${bo.username}` })).toBeVisible()

  // the other page is told, and answers
  await bos.getByRole('button', { name: `Accept ${ana.username}’s request` }).click()
  await expect(bos.getByText(`You and ${ana.username} are friends`)).toBeVisible()
  await expect(
    page.getByRole('list', { name: 'Your friends' }).getByRole('link', { name: bo.username }),
  ).toBeVisible()
  await expectAccessible(page, '/friends')

  const headers = { authorization: `Bearer ${bo.token}` }
  const artist_name = newName('The Lamplighters')
  await request.post('/api/v1/shows', {
    headers,
    data: { artist_name, venue_name: 'Town Hall', show_date: '2024-06-01', audience: 'friends' },
  })
  await page.goto('/feed')
  const activity = page.getByRole('listitem').filter({ hasText: artist_name })
  await expect(activity.getByRole('link', { name: bo.username }).last()).toBeVisible()
  await expectAccessible(page, '/feed')
  await activity.getByRole('link', { name: artist_name }).click()
  await expect(page.getByRole('heading', { name: artist_name })).toBeVisible()

  // and no longer, once they are no friends
  await bos.goto(`/profile/${ana.username}`)
  await bos.getByRole('button', { name: /^Friends/ }).click()
  await bos.getByRole('button', { name: 'End friendship' }).click()
  await expect(bos.getByRole('button', { name: `Add friend ${ana.username}` })).toBeVisible()
  await page.goto('/feed')
  await expect(page.getByText('Quiet so far')).toBeVisible()
})

test('whoever is followed is heard, whoever is turned down is not told @phone', async ({ page, request }) => {
  const [ana, bo] = [await signUp(request, 'ana'), await signUp(request, 'bo')]
  const headers = { authorization: `Bearer ${bo.token}` }
  await signIn(page, ana.username)
  await page.goto(`/profile/${bo.username}`)
  await page.getByRole('button', { name: `Follow ${bo.username}`, exact: true }).click()
  await expect(page.getByRole('button', { name: `Following ${bo.username}` })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await page.getByRole('button', { name: `Add friend ${bo.username}` }).click()
  await expect(page.getByRole('button', { name: /^Take request back/ })).toBeVisible()
  const { items } = await (await request.get('/api/v1/friends/requests', { headers })).json()
  await request.post(`/api/v1/friends/reject/${items[0].id}`, { headers, data: {} })
  await page.reload()
  await expect(page.getByRole('button', { name: /^Take request back/ })).toBeVisible()
  const artist_name = newName('The Lamplighters')
  await request.post('/api/v1/shows', {
    headers,
    data: { artist_name, venue_name: 'Town Hall', show_date: '2024-06-01' },
  })
  await page.goto('/feed')
  await expect(page.getByRole('listitem').filter({ hasText: artist_name })).toBeVisible()
})
