/// <reference lib="dom" />
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import * as mails from '../apps/server/src/features/accounts/mails.ts'

const home = 'https://shows.example.org'
const hostile = `'"><b data-hostile></b><img src=x onerror="window.hostile=1"><script>window.hostile=1</script>`

const ana = { username: 'ana', email: 'ana@example.org' }
const longest = {
  username: 'w'.repeat(80),
  email: `${'w'.repeat(64)}@${'a-long-name.'.repeat(8)}example.org`,
}
const eve = { username: hostile, email: `"${hostile}"@example.org` }

const letters = (person: mails.Recipient) => {
  const code = { home, code: '048291', minutes: 10 }
  const link = { home, token: 'a1b2c3d4e5f6'.repeat(4), minutes: 1440 }
  const words = { subject: person.username, heading: person.username, paragraphs: [person.username] }
  return [
    mails.welcomeMail(person, code),
    mails.welcomeMail(person, link),
    mails.loginCodeMail(person, code),
    mails.enableMfaMail(person, code),
    mails.resetMail(person, link),
    mails.verifyAddressMail(person, link),
    mails.noticeMail(person, { home, ...words, button: { label: 'Look', href: `${home}/settings` } }),
  ]
}

const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)

test('every mail is readable in both themes and fits a phone @desktop', async ({ page }) => {
  test.slow()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const { html = '', subject } of letters(ana).slice(0, 2)) {
      await page.setContent(html)
      // landmarks are the mail program's
      const axe = new AxeBuilder({ page }).disableRules(['region', 'landmark-one-main'])
      const found = (await axe.analyze()).violations.map(({ id, nodes }) => [id, nodes.map((n) => n.html)])
      expect(found, `${subject}, ${colorScheme}`).toEqual([])
    }
  }
  for (const width of [320, 640]) {
    await page.setViewportSize({ width, height: 800 })
    for (const { html = '', subject } of [...letters(ana), ...letters(longest)]) {
      await page.setContent(html)
      expect(await widthOf(page), `${subject.slice(0, 60)} at ${width}`).toBeLessThanOrEqual(width)
      const button = await page.locator('a.press').boundingBox()
      expect(button?.height).toBeGreaterThanOrEqual(44)
    }
  }
})

test('40: what people call themselves stays a text in every mail @desktop', async ({ page }) => {
  for (const { html = '', subject } of letters(eve)) {
    await page.setContent(html, { waitUntil: 'load' })
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const alive = await page.evaluate(
      () => document.querySelector('[data-hostile], img, script') !== null || 'hostile' in window,
    )
    expect(alive, subject).toBe(false)
    await expect(page.locator('body')).toContainText('<b data-hostile>')
  }
})
