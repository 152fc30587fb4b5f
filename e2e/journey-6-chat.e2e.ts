import { expect, test } from '@playwright/test'
import { signIn, signUp } from './people.ts'
import { cuttable, line, lines, say, sayInRoom, sharedNight } from './rooms.ts'

const texts = (...words: string[]) => words.map((word) => new RegExp(word))

test('journey 6, in the room: what is written without signal arrives once and in order @phone', async ({
  page,
  context,
  request,
  browser,
}) => {
  test.slow()
  const [ana, bo] = [await signUp(request, 'ana'), await signUp(request, 'bo')]
  const show = await sharedNight(request, ana, bo)
  const network = await cuttable(page)
  await signIn(page, ana.username)
  await page.goto(`/shows/${show}/chat`)
  const bos = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage()
  await signIn(bos, bo.username)
  await bos.goto(`/shows/${show}/chat`)
  await say(page, 'One')
  await expect(line(bos, 'One')).toBeVisible()

  // the signal dies, on both sides of what others say
  await network.cut()
  await say(page, 'Two')
  await say(page, 'Three')
  await expect(page.getByText('Waits for the network')).toHaveCount(2)
  await say(bos, 'Meanwhile')
  await expect(line(bos, 'Meanwhile')).toBeVisible()
  await network.restore()
  for (const each of [page, bos])
    await expect(lines(each)).toHaveText(texts('One', 'Meanwhile', 'Two', 'Three'))

  // it dies again, and the tab is closed with something unsaid
  await network.cut()
  await say(page, 'Four')
  await say(page, 'Five')
  await expect(page.getByText('Waits for the network')).toHaveCount(2)
  await page.close()
  await sayInRoom(request, bo, show, 'Where are you?')
  await context.setOffline(false)
  const again = await context.newPage()
  await again.goto('/dashboard')
  const all = texts('One', 'Meanwhile', 'Two', 'Three', 'Where are you', 'Four', 'Five')
  await expect(lines(bos)).toHaveText(all)
  await again.goto(`/shows/${show}/chat`)
  await expect(lines(again)).toHaveText(all)
})
