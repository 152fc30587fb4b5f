import { expect, test } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { FOUNDER } from './founder.ts'
import { newName, signIn, signUp } from './people.ts'

test('what somebody reports is decided, gone and told @phone', async ({ page, request, browser }) => {
  test.slow()
  const [ana, bo, eve] = [
    await signUp(request, 'ana'),
    await signUp(request, 'bo'),
    await signUp(request, 'eve'),
  ]
  const post = async (who: typeof ana, path: string, data: object) =>
    (await request.post(`/api/v1${path}`, { headers: { authorization: `Bearer ${who.token}` }, data })).json()
  const facts = { artist_name: newName('The Lamplighters'), venue_name: 'Town Hall', show_date: '2024-06-01' }
  const show = await post(ana, '/shows', facts)
  const words = `<b>Tickets</b> at ${newName('cheap')}`
  await post(eve, '/comments', { show_id: show.id, content: words })

  await signIn(page, bo.username)
  await page.goto(`/shows/${show.id}/comments`)
  const comment = page.getByRole('article').filter({ hasText: words })
  await comment.getByRole('button', { name: `More for the comment by ${eve.username}` }).click()
  await page.getByRole('menuitem', { name: 'Report' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: 'Report' })).toBeDisabled()
  await dialog.getByRole('radio', { name: 'Spam' }).check()
  await dialog.getByRole('textbox', { name: /In your words/ }).fill('Under every show.')
  await expectAccessible(page, 'the dialog that reports')
  await dialog.getByRole('button', { name: 'Report' }).click()
  await expect(page.getByText('The moderators will look at it.')).toBeVisible()

  const desk = await (await browser.newContext({ reducedMotion: 'reduce', colorScheme: 'light' })).newPage()
  await signIn(desk, FOUNDER.username)
  await desk.goto('/moderation')
  const found = desk.getByRole('article').filter({ hasText: words })
  await expect(found).toContainText('Under every show.')
  await expectAccessible(desk, '/moderation')
  await found.getByRole('button', { name: /^Decide/ }).click()
  const decision = desk.getByRole('dialog')
  await decision.getByRole('radio', { name: 'Take it down' }).check()
  await decision.getByRole('textbox', { name: 'Your reason' }).fill('Advertising.')
  await expectAccessible(desk, 'the dialog that decides')
  await decision.getByRole('button', { name: 'Take it down' }).click()
  await expect(found).toHaveCount(0)
  await desk.goto('/moderation?state=decided')
  await expect(found).toContainText('Advertising.')

  // it is gone from the page that is open, whose person hears of it there
  await expect(comment).toHaveCount(0)
  await page.getByRole('link', { name: '1 unread Me' }).click()
  await page.getByRole('link', { name: '1 unread Notifications' }).click()
  await expect(
    page.getByRole('button', { name: /^The moderators looked at what you reported\./ }),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Mark all as read' }).click()
  await expect(page.getByText('Unread')).toHaveCount(0)

  const eves = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage()
  await signIn(eves, eve.username)
  await eves.goto('/moderation')
  await expect(eves.getByRole('heading', { name: 'An empty stage' })).toBeVisible()
  await eves.goto('/notifications')
  await expect(eves.getByText('The moderators took down your comment: Advertising.')).toBeVisible()
  await expectAccessible(eves, '/notifications')
  await eves.getByRole('link', { name: 'Choose what you are told' }).click()
  const mail = eves.getByRole('checkbox', { name: 'Somebody follows you: by mail' })
  await expect(mail).not.toBeChecked()
  await mail.check()
  await expectAccessible(eves, '/settings/notifications')
  await eves.reload()
  await expect(mail).toBeChecked()
})
