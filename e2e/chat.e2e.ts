/// <reference lib="dom" />
import { expect, test } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { FOUNDER } from './founder.ts'
import { signIn, signUp } from './people.ts'
import { attend, line, lines, say, sayInRoom, sharedNight, writeTo } from './rooms.ts'

const HOSTILE = `'"><b data-hostile></b><img src=x onerror="window.hostile=1"><script>window.hostile=1</script>`

test('40: the room of a night, live: text stays text, changed, deleted, silenced @desktop', async ({
  page,
  request,
  browser,
}) => {
  test.slow()
  const [ana, bo, cas] = [
    await signUp(request, 'ana'),
    await signUp(request, 'bo'),
    await signUp(request, 'cas'),
  ]
  const show = await sharedNight(request, ana, bo)
  const open = async (username: string) => {
    const opened = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage()
    await signIn(opened, username)
    await opened.goto(`/shows/${show}/chat`)
    return opened
  }
  await signIn(page, ana.username)
  await page.goto(`/shows/${show}/chat`)
  await expect(page.getByText('The room is open')).toBeVisible()
  const bos = await open(bo.username)

  await say(bos, HOSTILE)
  await expect(line(page, HOSTILE)).toBeVisible()
  expect(
    await page.evaluate(() => document.querySelector('[data-hostile]') !== null || 'hostile' in window),
  ).toBe(false)
  await expect(page.getByRole('button', { name: '2 here now' })).toBeVisible()

  // the arrow up changes what I said last
  await say(bos, 'Left of the desk')
  await expect(line(page, 'Left of the desk')).toBeVisible()
  await bos.getByRole('textbox', { name: 'Your message' }).press('ArrowUp')
  const change = bos.getByRole('textbox', { name: 'Change your message' })
  await expect(change).toHaveValue('Left of the desk')
  await change.fill('Right of the desk')
  await change.press('Enter')
  await expect(line(page, 'Right of the desk')).toContainText('edited')

  // and the menu deletes it, for everybody
  await line(bos, 'Right of the desk').hover()
  await bos.getByRole('button', { name: 'More for your message' }).click()
  await bos.getByRole('menuitem', { name: 'Delete' }).click()
  await bos.getByRole('button', { name: 'Delete the message' }).click()
  await expect(line(page, 'Message deleted')).toBeVisible()
  await expect(line(page, 'Right of the desk')).toHaveCount(0)

  for (const theme of ['light', 'dark']) {
    await page.evaluate((chosen) => localStorage.setItem('theme', chosen), theme)
    await page.reload()
    await expect(lines(page)).toHaveCount(2)
    await expectAccessible(page, `a room in ${theme}`)
  }

  // whoever looks after this server has somebody only read, and takes it back
  const founders = await open(FOUNDER.username)
  await line(founders, HOSTILE).hover()
  await founders.getByRole('button', { name: /More for the message/ }).click()
  await founders.getByRole('menuitem', { name: 'Silence for 10 minutes' }).click()
  await expect(bos.getByText(/only to read until/)).toBeVisible()
  await founders.getByRole('button', { name: 'Undo' }).click()
  await say(bos, 'Sorry')
  await expect(line(page, 'Sorry')).toBeVisible()

  // who does not come is not let in until she does
  const cass = await open(cas.username)
  await expect(cass.getByText('The room is closed for you')).toBeVisible()
  expect((await sayInRoom(request, cas, show, 'Let me in')).status()).toBe(403)
  await attend(request, cas, show)
  await expect(line(cass, 'Sorry')).toBeVisible()
})

test('23: two people write to each other, until one blocks the other @desktop', async ({
  page,
  request,
  browser,
}) => {
  test.slow()
  const [ana, bo] = [await signUp(request, 'ana'), await signUp(request, 'bo')]
  await signIn(page, ana.username)
  const bos = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage()
  await signIn(bos, bo.username)

  await page.goto(`/messages/with/${bo.id}`)
  await say(page, 'Going tonight?')
  await page.waitForURL(/\/messages\/[0-9a-f-]{36}$/)
  await expect(line(page, 'Going tonight?')).toContainText('Sent')

  // it is told on whatever page the other is, and read by being looked at
  const place = bos.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /Messages/ })
  await expect(place).toContainText('1 unread')
  await place.click()
  await bos.getByRole('link', { name: /Going tonight/ }).click()
  await expect(bos.getByText('New', { exact: true })).toBeVisible()
  await expect(place).not.toContainText('unread')
  await expectAccessible(bos, 'a conversation')

  // a long one is read back page by page from where one is, and new lines do not move it
  for (let n = 1; n <= 130; n++)
    await writeTo(request, n % 3 ? ana : bo, n % 3 ? bo.id : ana.id, `Line ${n}.`)
  await bos.reload()
  await expect(line(bos, 'Line 130.')).toBeInViewport()
  const scroller = bos.getByRole('region', { name: 'What was said' })
  await expect(async () => {
    await scroller.evaluate((box) => box.scrollTo(0, 0))
    await expect(line(bos, 'Going tonight?')).toBeInViewport({ timeout: 500 })
  }).toPass()
  await say(page, 'Meanwhile')
  await expect(bos.getByRole('button', { name: '1 new' })).toBeVisible()
  await expect(line(bos, 'Going tonight?')).toBeInViewport()
  await bos.getByRole('button', { name: '1 new' }).click()
  await expect(line(bos, 'Meanwhile')).toBeInViewport()

  await request.post(`/api/v1/users/${ana.id}/block`, {
    headers: { authorization: `Bearer ${bo.token}` },
    data: {},
  })
  await expect(page.getByText('This conversation is gone')).toBeVisible()
  await page.goto('/messages')
  await expect(page.getByText('No messages yet')).toBeVisible()
})
