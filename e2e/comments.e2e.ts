import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { newName, signIn, signUp } from './people.ts'

const comment = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text })

test('two people talk about a night, live, until it turns private', async ({ page, request, browser }) => {
  test.slow()
  const [ana, bo] = [await signUp(request, 'ana'), await signUp(request, 'bo')]
  const as = (who: typeof ana) => ({ headers: { authorization: `Bearer ${who.token}` } })
  const facts = { artist_name: newName('The Lamplighters'), venue_name: 'Town Hall', show_date: '2024-06-01' }
  const show = await (await request.post('/api/v1/shows', { ...as(ana), data: facts })).json()
  const address = `/shows/${show.id}/comments`

  await signIn(page, ana.username)
  await page.goto(address)
  await expect(page.getByText('Nobody has said anything yet')).toBeVisible()
  const bos = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage()
  await signIn(bos, bo.username)
  await bos.goto(address)

  // written by the keyboard alone, naming somebody who was there
  const field = bos.getByRole('textbox', { name: 'Your comment' })
  await field.fill('See <b>that</b>, ')
  await field.press('End')
  await field.pressSequentially(`@${ana.username.slice(0, 5)}`)
  await expect(bos.getByRole('option')).toHaveCount(1)
  await field.press('Enter')
  await expect(field).toHaveValue(`See <b>that</b>, @${ana.username} `)
  await field.press('Control+Enter')
  await expect(field).toHaveValue('')
  await expect(comment(page, 'See <b>that</b>')).toBeVisible()
  await expect(comment(page, 'See').getByRole('link', { name: `@${ana.username}` })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Comments 1' })).toBeVisible()

  // a lost answer keeps the words, and sending again writes them once
  await bos.route('**/api/v1/comments', async (route) => {
    await route.fetch()
    await route.abort()
  })
  await field.fill('Once is enough')
  await bos.getByRole('button', { name: 'Send' }).click()
  await expect(bos.getByText('Not sent')).toBeVisible()
  await bos.unroute('**/api/v1/comments')
  await bos.reload()
  await bos.getByRole('button', { name: 'Try again' }).click()
  await expect(bos.getByText('Not sent')).toHaveCount(0)
  await expect(comment(page, 'Once is enough')).toHaveCount(1)
  await expect(comment(bos, 'Once is enough')).toHaveCount(1)

  // changed, taken back and put back, and the other page follows
  const menu = bos.getByRole('button', { name: 'More for your comment' }).last()
  await menu.click()
  await bos.getByRole('menuitem', { name: 'Edit' }).click()
  await bos.getByRole('textbox', { name: 'Change your comment' }).fill('Twice is too much')
  await bos.getByRole('textbox', { name: 'Change your comment' }).press('Control+Enter')
  await expect(comment(page, 'Twice is too much').getByText('edited')).toBeVisible()
  await menu.click()
  await bos.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(comment(page, 'Twice')).toHaveCount(0)
  await bos.getByRole('button', { name: 'Undo' }).click()
  await expect(comment(page, 'Twice')).toHaveCount(1)

  // a draft stays on this device
  await field.fill('Not ready yet')
  await bos.reload()
  await expect(field).toHaveValue('Not ready yet')

  for (const theme of ['dark', 'light']) {
    await page.evaluate((chosen) => localStorage.setItem('theme', chosen), theme)
    await page.reload()
    await expect(comment(page, 'Twice')).toBeVisible()
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
  }

  await request.patch(`/api/v1/shows/${show.id}`, { ...as(ana), data: { is_public: false } })
  await expect(bos.getByText('No such night')).toBeVisible()
})

test('a stranger reads along and is led back after signing in @phone', async ({ page, request }) => {
  const ana = await signUp(request, 'ana')
  const headers = { authorization: `Bearer ${ana.token}` }
  const data = { artist_name: newName('The Lamplighters'), venue_name: 'Town Hall', show_date: '2024-06-01' }
  const show = await (await request.post('/api/v1/shows', { headers, data })).json()
  for (let n = 1; n <= 40; n++) {
    await request.post('/api/v1/comments', { headers, data: { show_id: show.id, content: `Line ${n}.` } })
  }
  const { items } = await (await request.get(`/api/v1/comments/show/${show.id}`)).json()
  // the address of an old comment finds it among the earlier ones
  await page.goto(`/shows/${show.id}/comments#comment-${items[1].id}`)
  await expect(comment(page, 'Line 2.')).toBeInViewport()
  await page.getByRole('link', { name: 'Log in to join in' }).click()
  await page.waitForURL(`**/login?next=*comments`)
})

test('a page that lost its connection reads what it missed @desktop', async ({ page, request }) => {
  const ana = await signUp(request, 'ana')
  const headers = { authorization: `Bearer ${ana.token}` }
  const data = { artist_name: newName('The Lamplighters'), venue_name: 'Town Hall', show_date: '2024-06-01' }
  const show = await (await request.post('/api/v1/shows', { headers, data })).json()
  const say = (content: string) =>
    request.post('/api/v1/comments', { headers, data: { show_id: show.id, content } })
  let cut = async () => {}
  await page.routeWebSocket('**/socket.io/**', (socket) => {
    const server = socket.connectToServer()
    cut = async () => {
      await server.close()
      await socket.close()
    }
  })
  await signIn(page, ana.username)
  await page.goto(`/shows/${show.id}/comments`)
  await say('While it was connected')
  await expect(comment(page, 'While it was connected')).toBeVisible()
  await cut()
  await say('While it was away')
  await expect(comment(page, 'While it was away')).toBeVisible()
  await say('When it was back')
  await expect(comment(page, 'When it was back')).toBeVisible()
})
