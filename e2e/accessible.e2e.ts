import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { newName, signIn, signUp } from './people.ts'

/** Every rule of WCAG 2.2 A and AA that axe knows, on what is on the screen now. */
async function expectAccessible(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.waitForLoadState('networkidle')
  const { violations } = await new AxeBuilder({ page }).analyze()
  const found = violations.map(
    ({ id, nodes }) => `${path}: ${id} at ${nodes.map((node) => node.target).join(', ')}`,
  )
  expect(found).toEqual([])
}

for (const colorScheme of ['dark', 'light'] as const) {
  test(`axe finds nothing on any page, ${colorScheme}`, async ({ page, request }) => {
    // twenty-odd pages, each looked at by every rule
    test.slow()
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const path of ['/', '/login', '/register', '/nowhere']) await expectAccessible(page, path)

    const { username, token } = await signUp(request, 'bo')
    const show = await (
      await request.post('/api/v1/shows', {
        headers: { authorization: `Bearer ${token}` },
        data: {
          artist_name: newName('The Lamplighters'),
          venue_name: 'Town Hall',
          show_date: '2024-06-01',
          notes: 'Loud.',
        },
      })
    ).json()
    const open = [
      `/shows/${show.id}`,
      `/artists/${show.artist.id}`,
      `/venues/${show.venue.id}`,
      `/profile/${username}`,
    ]
    for (const path of open) await expectAccessible(page, path)
    await signIn(page, username)
    const own = ['', '/setlist', '/photos'].map((tab) => `/shows/${show.id}${tab}`)
    for (const path of [
      '/dashboard',
      '/shows',
      '/shows?view=posters',
      '/shows/create',
      `/shows/edit/${show.id}`,
      '/settings',
      ...own,
      ...open.slice(1),
    ]) {
      await expectAccessible(page, path)
    }
  })
}
