import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import * as OTPAuth from 'otpauth'
import { newestMail } from './mail.ts'
import { PASSWORD, signIn, signUp } from './people.ts'

const SECURITY = '/settings/security'
const LOGIN_CODE = 'Your ShareMyShows Login Code'

const address = (username: string) => `${username}@example.org`

async function openSecurity(page: Page): Promise<void> {
  await page.goto(SECURITY)
  await expect(page.getByRole('heading', { name: 'Two-step sign-in' })).toBeVisible()
}

/** Answers the dialog that asks for the password again. */
async function confirm(page: Page, button: string): Promise<void> {
  await page.getByRole('dialog').getByLabel('Your password', { exact: true }).fill(PASSWORD)
  await page.getByRole('dialog').getByRole('button', { name: button }).click()
}

/** Name and password; what follows is the page that asks for the code. */
async function giveName(page: Page, username: string): Promise<void> {
  await page.getByLabel('Username or e-mail').fill(username)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Log in' }).click()
  await page.waitForURL('**/verify-mfa')
}

/** Reads the recovery codes, says that they are kept, and is asked to log in again. */
async function keepCodes(page: Page): Promise<string[]> {
  await page.waitForURL('**/recovery-codes')
  const shown = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')
  await expect(shown).toHaveCount(10)
  const codes = await shown.allTextContents()
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await page.waitForURL('**/login*')
  await expect(page.getByText('MFA enabled! Log in again with MFA')).toBeVisible()
  return codes
}

const newBrowser = (page: Page): Promise<BrowserContext> =>
  page.context().browser()?.newContext({ reducedMotion: 'reduce' }) ?? Promise.reject(new Error('no browser'))

test('MFA by e-mail: on in a dialog, out everywhere, in with a code, off again', async ({
  page,
  request,
}) => {
  test.slow()
  const ana = await signUp(request, 'ana')
  const other = await newBrowser(page)
  const elsewhere = await other.newPage()
  await signIn(elsewhere, ana.username)
  await signIn(page, ana.username)
  await openSecurity(page)

  await page.getByRole('button', { name: 'Turn on: Codes by e-mail' }).click()
  await page.getByRole('dialog').getByLabel('Your password', { exact: true }).fill('not my password at all')
  await page.getByRole('dialog').getByRole('button', { name: 'Mail me a code' }).click()
  await expect(page.getByText('That is not your password.')).toBeVisible()
  await confirm(page, 'Mail me a code')
  const first = await newestMail(address(ana.username), { subject: 'Enable Multi-Factor Authentication' })
  const input = page.getByLabel('Code from the mail')
  await input.pressSequentially(first.code === '000000' ? '000001' : '000000')
  await expect(page.getByText('That is not the code.', { exact: false })).toBeVisible()
  await input.pressSequentially(first.code)
  await keepCodes(page)
  // the other browser is out without having been touched
  await elsewhere.waitForURL('**/login*', { timeout: 20_000 })

  await giveName(page, ana.username)
  const login = await newestMail(address(ana.username), { subject: LOGIN_CODE })
  await page.getByLabel('Six-digit code').pressSequentially(login.code)
  await page.waitForURL('**/dashboard')

  await openSecurity(page)
  await page.getByRole('button', { name: 'Disable MFA' }).click()
  await confirm(page, 'Yes, Disable MFA')
  await expect(page.getByRole('button', { name: 'Turn on: Codes by e-mail' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Turn on: Codes by e-mail' })).toBeVisible()
  await signIn(elsewhere, ana.username)
  await other.close()
})

test('MFA by the button of the mail, which fills in the code and nothing more @phone', async ({
  page,
  request,
}) => {
  const bo = await signUp(request, 'bo')
  await signIn(page, bo.username)
  await openSecurity(page)
  await page.getByRole('button', { name: 'Turn on: Codes by e-mail' }).click()
  await confirm(page, 'Mail me a code')
  const mail = await newestMail(address(bo.username), { subject: 'Enable Multi-Factor Authentication' })
  await page.goto(mail.link)
  await page.waitForURL(`**${SECURITY}`)
  await expect(page.getByLabel('Code from the mail')).toHaveValue(mail.code)
  const { enabled } = await (await page.request.get('/api/v1/auth/mfa')).json()
  expect(enabled).toBe(false)
  await page.getByRole('button', { name: 'Turn on and sign out everywhere' }).click()
  await keepCodes(page)
})

test('MFA by an app: the key in letters, a code of the app, a recovery code, new ones @desktop', async ({
  page,
  request,
}) => {
  test.slow()
  const cleo = await signUp(request, 'cleo')
  await signIn(page, cleo.username)
  await openSecurity(page)
  await page.getByRole('button', { name: 'Turn on: Authenticator app' }).click()
  await confirm(page, 'Continue')
  await expect(page.getByRole('img', { name: /^QR code/ })).toBeVisible()
  const letters = await page.getByRole('dialog').locator('code').textContent()
  const secret = letters?.replaceAll(' ', '') ?? ''
  const app = new OTPAuth.TOTP({ secret })
  await page.getByLabel('Code from the app').pressSequentially(app.generate())
  const codes = await keepCodes(page)

  // a code is taken once, so this is the next one, which clocks that differ a little may show already
  await giveName(page, cleo.username)
  await page.getByLabel('Six-digit code').pressSequentially(app.generate({ timestamp: Date.now() + 30_000 }))
  await page.waitForURL('**/dashboard')

  const other = await newBrowser(page)
  const elsewhere = await other.newPage()
  await elsewhere.goto('/login')
  await giveName(elsewhere, cleo.username)
  await elsewhere.getByRole('button', { name: 'Use a recovery code' }).click()
  await elsewhere.getByLabel('Recovery code').fill(codes[0] ?? '')
  await elsewhere.getByRole('button', { name: 'Complete login' }).click()
  await elsewhere.waitForURL('**/dashboard')
  await other.close()

  await openSecurity(page)
  await expect(page.getByText('9 left', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: 'New codes for recovery' }).click()
  await confirm(page, 'Make new codes')
  const shown = page.getByRole('dialog').getByRole('listitem')
  await expect(shown).toHaveCount(10)
  expect(codes).not.toContain(await shown.first().textContent())
  await page.keyboard.press('Escape')
  await expect(shown).toHaveCount(10)
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await expect(page.getByText('10 left', { exact: false })).toBeVisible()
})

test('a device that is signed out from another is out at once and told so @phone', async ({
  page,
  request,
}) => {
  test.slow()
  const dido = await signUp(request, 'dido')
  const other = await newBrowser(page)
  const elsewhere = await other.newPage()
  await signIn(elsewhere, dido.username)
  await elsewhere.goto('/shows')
  await signIn(page, dido.username)
  await openSecurity(page)
  // this one, the other browser and the one that signed up by the API
  const devices = page.getByRole('listitem').filter({ hasText: /used|In use/ })
  await expect(devices).toHaveCount(3)
  await expect(devices.first()).toContainText('This device')
  await expect(devices.first().getByRole('button')).toHaveCount(0)
  await devices
    .nth(1)
    .getByRole('button', { name: /^Sign out Chrome/ })
    .click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Sign out' }).click()
  await expect(devices).toHaveCount(2)

  await elsewhere.waitForURL('**/login*', { timeout: 20_000 })
  await expect(elsewhere.getByText('This device was signed out.', { exact: false })).toBeVisible()
  await elsewhere.getByLabel('Username or e-mail').fill(dido.username)
  await elsewhere.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await elsewhere.getByRole('button', { name: 'Log in' }).click()
  await elsewhere.waitForURL('**/shows')

  // the list has followed
  await expect(devices).toHaveCount(3)
  await page.getByRole('button', { name: 'Sign out all other devices' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Sign out' }).click()
  await expect(devices).toHaveCount(1)
  await elsewhere.waitForURL('**/login*', { timeout: 20_000 })
  await other.close()
})

test('another password and another address @desktop', async ({ page, request }) => {
  test.slow()
  const eve = await signUp(request, 'eve')
  const next = 'five quiet balconies over the canal'
  await signIn(page, eve.username)
  await openSecurity(page)
  await page.getByRole('button', { name: 'Change the password' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Current password', { exact: true }).fill(PASSWORD)
  await dialog.getByLabel('New password', { exact: true }).fill(next)
  await expect(dialog.getByLabel('Sign out all my other devices')).toBeChecked()
  await dialog.getByRole('button', { name: 'Change the password' }).click()
  await expect(dialog).toHaveCount(0)
  // the session of signing up by the API is out, this one is not
  const left = page.getByRole('listitem').filter({ hasText: /used|In use/ })
  await expect(left).toHaveCount(1)

  const moved = `moved-${address(eve.username)}`
  await page.getByRole('button', { name: 'Change the e-mail address' }).click()
  await dialog.getByLabel('New e-mail').fill(moved)
  await dialog.getByLabel('Your password', { exact: true }).fill(next)
  await dialog.getByRole('button', { name: 'Send the link' }).click()
  await expect(page.getByText('becomes your address', { exact: false })).toContainText(moved)
  await newestMail(address(eve.username), { subject: 'Another address' })
  const sent = await newestMail(moved)
  await page.getByRole('button', { name: 'Send the link again' }).click()
  const again = await newestMail(moved, { newerThan: sent })
  await page.goto(again.link)
  await page.getByRole('button', { name: 'Yes, this is my address' }).click()
  await expect(page.getByRole('main')).toContainText(moved)
  await openSecurity(page)
  await expect(page.getByRole('main')).toContainText(moved)
  await expect(page.getByText('Confirmed', { exact: true })).toBeVisible()
  await expect(page.getByText('becomes your address', { exact: false })).toHaveCount(0)
})
