import { expect, test } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { FOUNDER } from './founder.ts'
import { newestMail } from './mail.ts'
import { newName, PASSWORD, signIn, signUp } from './people.ts'

const ADMIN = ['/admin', '/admin/invitations', '/admin/requests', '/admin/settings', '/admin/audit']

test('to everybody but admins there is no administration @desktop', async ({ page, request }) => {
  const ana = await signUp(request, 'ana')
  await signIn(page, ana.username)
  await expect(page.getByRole('link', { name: 'Admin', exact: true })).toHaveCount(0)
  for (const path of ADMIN) {
    await page.goto(path)
    await expect(page.getByRole('heading', { name: 'An empty stage' })).toBeVisible()
  }
})

test('the admin makes somebody a moderator, suspends and reinstates, and the trail tells of it @desktop', async ({
  page,
  request,
}) => {
  test.slow()
  const bo = await signUp(request, 'bo')
  await signIn(page, FOUNDER.username)
  await page.goto('/admin')
  await page.getByRole('searchbox', { name: 'Find people' }).fill(bo.username)
  const row = page.getByRole('row').filter({ hasText: bo.username })
  // the heading and the one who was looked for: until then the list may still change under an open menu
  await expect(page.getByRole('row')).toHaveCount(2)
  await expect(row).toHaveCount(1)
  const choose = async (deed: string) => {
    await row.getByRole('button', { name: `What to do with ${bo.username}` }).click()
    await page.getByRole('menuitem', { name: deed, exact: true }).click()
  }
  const confirm = async (password: string, deed: string) => {
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Your password', { exact: true }).fill(password)
    await dialog.getByRole('button', { name: deed, exact: true }).click()
  }

  await choose('Make a moderator')
  await confirm('not my password at all', 'Make a moderator')
  await expect(page.getByText('That is not your password.')).toBeVisible()
  await confirm(FOUNDER.password, 'Make a moderator')
  await expect(row.getByText('Moderator')).toBeVisible()

  await choose('Suspend')
  await confirm(FOUNDER.password, 'Suspend')
  await expect(row.getByText('Suspended')).toBeVisible()
  const refused = await request.post('/api/v1/auth/login', {
    data: { identifier: bo.username, password: PASSWORD },
  })
  expect((await refused.json()).code).toBe('account_suspended')
  await choose('Reinstate')
  await confirm(FOUNDER.password, 'Reinstate')
  await expect(row.getByText('Suspended')).toHaveCount(0)

  await page.goto(`/admin/audit?person=${bo.id}`)
  for (const act of ['Reinstated', 'Suspended', 'Role changed']) {
    await expect(page.getByRole('row').filter({ hasText: act }).first()).toBeVisible()
  }
})

test('an invitation is made, shown once, mailed, and lets one person in @phone', async ({
  page,
  browser,
}) => {
  test.slow()
  const username = newName('cy')
  await signIn(page, FOUNDER.username)
  await page.goto('/admin/invitations')
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('E-mail').fill(`${username}@example.org`)
  await dialog.getByText('Organiser').click()
  await dialog.getByRole('button', { name: 'Make the invitation' }).click()
  await expect(dialog.getByText('/register?invitation=')).toBeVisible()
  await dialog.getByRole('button', { name: 'Done' }).click()
  const row = page.getByRole('row').filter({ hasText: username })
  await expect(row.getByText('Open until')).toBeVisible()

  const { link } = await newestMail(`${username}@example.org`, { subject: 'invites you' })
  const context = await browser.newContext()
  const guest = await context.newPage()
  await guest.goto(link)
  await guest.getByLabel('Username').fill(username)
  await guest.getByLabel('E-mail').fill(`${username}@example.org`)
  await guest.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await guest.getByRole('button', { name: 'Create my account' }).click()
  await guest.waitForURL('**/dashboard')
  await context.close()

  await page.reload()
  await expect(row.getByText(`Used by ${username}`)).toBeVisible()
})

for (const [colorScheme, where] of [
  ['dark', '@phone'],
  ['light', '@desktop'],
] as const) {
  test(`axe finds nothing on the administration, ${colorScheme} ${where}`, async ({ page }) => {
    test.slow()
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await signIn(page, FOUNDER.username)
    for (const path of ADMIN) {
      await page.goto(path)
      await page.waitForLoadState('networkidle')
      await expectAccessible(page, path)
    }
  })
}
