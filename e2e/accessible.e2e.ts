import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { newName, PASSWORD, signIn, signUp } from './people.ts'
import { takePhoto } from './photos.ts'

type Member = Awaited<ReturnType<typeof signUp>>

async function expectPageAccessible(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.waitForLoadState('networkidle')
  await expectAccessible(page, path)
}

/** The page in one of its two lights, and at rest. */
async function dress(page: Page, theme: 'dark' | 'light'): Promise<void> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
  // dark is the product's own choice, whatever the system says
  await page.addInitScript((chosen) => localStorage.setItem('theme', chosen), theme)
}

/** A night with everything on it: two people, songs in sets, comments, changes, another that might be the same. */
async function fullNight(request: APIRequestContext, ana: Member, bo: Member) {
  const as = ({ token }: Member) => ({ headers: { authorization: `Bearer ${token}` } })
  const facts = { artist_name: newName('The Lamplighters'), venue_name: 'Town Hall', show_date: '2024-06-01' }
  const log = async (who: Member, data: object) =>
    (await request.post('/api/v1/shows', { ...as(who), data: { ...facts, ...data } })).json()
  const show = await log(ana, { notes: 'Loud.', rating: 4 })
  await log(bo, {})
  await log(ana, { venue_name: 'The Town Hall' })
  await log(ana, { show_date: '2030-06-01' })
  await request.patch(`/api/v1/shows/${show.id}`, { ...as(ana), data: { show_time: '20:30' } })
  const songs = [
    { song_name: 'Walk-on music', tape: true },
    { song_name: 'Anchor', guest: 'De Kift', notes: 'twice' },
    { song_name: 'Helpless', cover_of: 'Neil Young', set: 2 },
    { song_name: 'Dock', encore: true },
  ]
  await request.put(`/api/v1/shows/${show.id}/setlist`, { ...as(ana), data: { songs } })
  for (const [who, content] of [
    [ana, `@${bo.username}, were you upstairs?`],
    [bo, 'By the desk.'],
  ] as const) {
    await request.post('/api/v1/comments', { ...as(who), data: { show_id: show.id, content } })
  }
  return show
}

/** Signing in and what belongs to it. The links are those of mails, the code and the tokens are none. */
const ENTRANCES = [
  '/login?notice=mfa-enabled',
  '/register',
  '/verify-mfa?email=ana%40example.org&code=482913',
  '/forgot-password',
  '/reset-password',
  '/reset-password?token=none',
  '/verify-email?token=none',
]

// the colours of a scheme are the same at any width, and so is the structure of a width in any colours
for (const [colorScheme, where] of [
  ['dark', ' @phone'],
  ['light', ' @desktop'],
] as const) {
  test(`axe finds nothing at the entrances, ${colorScheme}${where}`, async ({ page }) => {
    await dress(page, colorScheme)
    for (const path of ENTRANCES) await expectPageAccessible(page, path)
  })

  test(`axe finds nothing on any page, ${colorScheme}${where}`, async ({ page, request }) => {
    // some thirty pages, each looked at by every rule
    test.slow()
    await dress(page, colorScheme)
    const [ana, bo] = [await signUp(request, 'ana'), await signUp(request, 'bo')]
    const { id, artist, venue } = await fullNight(request, ana, bo)
    const show = `/shows/${id}`
    const open = [
      show,
      ...['setlist', 'photos', 'comments', 'history'].map((tab) => `${show}/${tab}`),
      `/artists/${artist.id}`,
      `/venues/${venue.id}`,
      `/profile/${ana.username}`,
      `/search?q=${encodeURIComponent(artist.name)}`,
    ]
    for (const path of ['/', '/nowhere', ...open.slice(0, 2), ...open.slice(5)]) {
      await expectPageAccessible(page, path)
    }
    await signIn(page, ana.username)
    for (const path of [
      '/dashboard',
      '/shows',
      '/shows?view=posters',
      '/shows/create',
      `/shows/edit/${id}`,
      '/settings',
      '/settings/privacy',
      '/settings/security',
      '/settings/connections',
      '/settings/imports',
      '/settings/data',
      '/mood/history',
      '/music',
      '/music?q=qqxxzz',
      '/playlists',
      '/sound-lab',
      '/sound-lab/library?q=qqxxzz',
      '/sound-lab/compare',
      '/search',
      `/search?q=${encodeURIComponent(artist.name)}&kind=shows`,
      '/search?q=qqxxzz',
      `/profile/${bo.username}`,
      '/shows/00000000-0000-7000-8000-000000000000',
      ...open.slice(0, -1),
    ]) {
      await expectPageAccessible(page, path)
    }
  })

  test(`axe finds nothing on what opens over a page, ${colorScheme}${where}`, async ({ page, request }) => {
    test.slow()
    await dress(page, colorScheme)
    const [ana, bo] = [await signUp(request, 'ana'), await signUp(request, 'bo')]
    const { id, artist } = await fullNight(request, ana, bo)
    await signIn(page, ana.username)
    const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'))
    const check = async (what: string) => {
      await expect(dialog).toBeVisible()
      await expectAccessible(page, what)
      await page.keyboard.press('Escape')
      await expect(dialog).toHaveCount(0)
    }
    const openMenu = async (name: string) => {
      await page.getByRole('button', { name, exact: true }).click()
      await expect(page.getByRole('menu')).toBeVisible()
    }
    // What is behind an open menu is hidden from everybody, axe included.
    const checkMenu = async (name: string) => {
      await openMenu(name)
      await expectAccessible(page, name, '[role="menu"]')
      await page.keyboard.press('Escape')
      await expect(page.getByRole('menu')).toHaveCount(0)
    }

    await page.keyboard.press('Control+k')
    await expect(dialog.getByRole('combobox')).toBeFocused()
    await page.keyboard.type(artist.name)
    await expect(dialog.getByRole('option').filter({ hasText: 'Town Hall' }).first()).toBeVisible()
    await check('palette')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await check('what can be added')

    await page.goto(`/shows/${id}`)
    await checkMenu('More')
    await openMenu('More')
    await page.getByRole('menuitem', { name: 'Delete from my diary' }).click()
    await check('question before deleting')
    await page.getByRole('button', { name: /^Compare/ }).click()
    await expect(dialog.getByRole('radio').first()).toBeVisible()
    await check('merging')

    await page.getByRole('link', { name: 'Setlist' }).click()
    await checkMenu('More for Anchor')
    await page.getByRole('button', { name: 'Paste a list' }).click()
    await dialog.getByRole('textbox').fill('Harbour\nEncore:\nTide (with De Kift)')
    await check('pasting a list')
    await openMenu('More for Anchor')
    await page.getByRole('menuitem', { name: 'Edit' }).click()
    await expect(page.getByRole('textbox', { name: 'Cover of' })).toBeVisible()
    await expectAccessible(page, 'a song')
    await page.goto('/shows')
    await page.getByRole('button', { name: 'Filter' }).click()
    await check('filter')

    await page.goto('/settings')
    await page.getByLabel('Add a picture').setInputFiles({
      name: 'me.jpg',
      mimeType: 'image/jpeg',
      buffer: await takePhoto(200, '2024:06:01 21:00:00', '+02:00'),
    })
    await expect(dialog.getByRole('group', { name: 'What others see' })).toBeVisible()
    await check('cutting a picture out')
    await page.goto('/settings/privacy')
    await page.getByRole('button', { name: 'Change all shows' }).click()
    await check('one audience for all shows')
    await page.goto(`/profile/${bo.username}`)
    await checkMenu('More')
    await openMenu('More')
    await page.getByRole('menuitem', { name: `Block ${bo.username}` }).click()
    await check('question before blocking')

    await page.goto('/settings/data')
    await page.getByRole('button', { name: 'Delete my account' }).click()
    await dialog.getByText('Right now').click()
    await check('deleting the account')
    await page.goto('/settings/security')
    for (const name of ['Change the password', 'Change the e-mail address']) {
      await page.getByRole('button', { name }).click()
      await check(name)
    }
    await page.getByRole('button', { name: 'Turn on: Authenticator app' }).click()
    await dialog.getByLabel('Your password', { exact: true }).fill(PASSWORD)
    await dialog.getByRole('button', { name: 'Continue' }).click()
    await expect(dialog.getByLabel('Code from the app')).toBeVisible()
    await check('the key of an app')
  })
}
