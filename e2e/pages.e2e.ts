import { expect, type Page, test } from '@playwright/test'
import { newName, signIn, signUp } from './people.ts'

/** Everything the content security policy refuses on a page, from its first byte. */
async function watchPolicy(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const refused: string[] = []
    Object.assign(window, { refused })
    document.addEventListener('securitypolicyviolation', (event) => refused.push(event.violatedDirective))
  })
  return () => page.evaluate(() => (window as unknown as { refused: string[] }).refused)
}

test('a stranger walks from a shared show to its artist, its venue and who was there', async ({
  page,
  request,
}) => {
  const ana = await signUp(request, 'ana')
  const auth = { headers: { authorization: `Bearer ${ana.token}` } }
  const artist = newName('</script><img src=x onerror=alert(1)>')
  const facts = { artist_name: artist, venue_name: newName('Town Hall'), show_date: '2024-06-01' }
  const show = await (await request.post('/api/v1/shows', { ...auth, data: facts })).json()
  await request.post(`/api/v1/shows/${show.id}/setlist`, { ...auth, data: { song_name: 'First light' } })
  page.on('dialog', () => expect('a text ran as a script').toBe(''))
  const refused = await watchPolicy(page)

  await page.goto(`/shows/${show.id}`)
  expect(await page.title()).toContain(artist)
  await expect(page.locator('script[type="application/ld+json"]')).toHaveCount(1)
  expect(await refused()).toEqual([])

  await page.getByRole('heading', { level: 1 }).getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1, name: artist })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Songs played' })).toBeVisible()
  await expect(page.getByText('First light')).toBeVisible()

  await page.getByRole('link', { name: facts.venue_name }).last().click()
  await expect(page.getByRole('heading', { level: 1, name: facts.venue_name })).toBeVisible()
  await expect(page.getByRole('link', { name: artist })).not.toHaveCount(0)

  await page.goto(`/shows/${show.id}`)
  await page.getByRole('link', { name: ana.username }).click()
  await expect(page.getByRole('heading', { level: 1, name: ana.username })).toBeVisible()
  await page.goto(page.url())
  await expect(page.getByRole('heading', { level: 1, name: ana.username })).toBeVisible()
  expect(await refused()).toEqual([])
})

test('a private night opens for its owner and is told to nobody @phone', async ({
  page,
  request,
  context,
}) => {
  const { username, token } = await signUp(request, 'bo')
  const facts = { artist_name: newName('The Lamplighters'), venue_name: 'Cellar', show_date: '2024-06-01' }
  const made = await request.post('/api/v1/shows', {
    headers: { authorization: `Bearer ${token}` },
    data: { ...facts, is_public: false },
  })
  const { id } = await made.json()
  await signIn(page, username)
  const answer = await page.goto(`/shows/${id}`)
  expect(answer?.status()).toBe(404)
  expect(await answer?.text()).not.toContain(facts.artist_name)
  await expect(page.getByRole('heading', { level: 1, name: facts.artist_name })).toBeVisible()
  await page.getByRole('button', { name: 'Share' }).click()
  await expect(page.getByText('You keep this night to yourself')).toBeVisible()

  await page.goto(`/profile/${username}`)
  await expect(page.getByText('This is what everyone sees')).toBeVisible()
  await expect(page.getByText('No nights to see')).toBeVisible()

  await context.clearCookies()
  await page.evaluate(() => localStorage.clear())
  await page.goto(`/shows/${id}`)
  await expect(page.getByRole('heading', { name: 'No such night' })).toBeVisible()
})
