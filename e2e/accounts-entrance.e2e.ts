/// <reference lib="dom" />
import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import { type Mail, newestMail } from './mail.ts'
import { newName, PASSWORD, signUp, signUpWithMfa } from './people.ts'

const NEW_PASSWORD = 'five small tickets instead'

const codeField = (page: Page) => page.getByLabel('Six-digit code')

async function giveName(page: Page, username: string, password = PASSWORD): Promise<void> {
  await page.getByLabel('Username or e-mail').fill(username)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Log in' }).click()
}

/** As from a mail program that parts the digits. */
async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
  await codeField(page).focus()
  await page.keyboard.press('ControlOrMeta+V')
}

const otherCode = ({ code }: Mail) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

test('a second step by mail: a wrong code, another mail, and back to where one was going', async ({
  page,
  request,
}) => {
  const { username, email } = await signUpWithMfa(request, 'ana')
  const welcome = await newestMail(email)
  await page.goto('/shows/create')
  await giveName(page, username)
  await expect(page.getByRole('heading', { level: 1, name: 'Check your mail' })).toBeVisible()
  const first = await newestMail(email, { subject: 'Login Code', newerThan: welcome })

  // six digits are tried without a press
  await expect(codeField(page)).toBeFocused()
  await page.keyboard.type(otherCode(first))
  await expect(page.getByRole('alert')).toContainText('That is not the code')
  await expect(codeField(page)).toHaveValue('')

  await page.getByRole('button', { name: 'Send another code' }).click()
  const second = await newestMail(email, { subject: 'Login Code', newerThan: first })
  await paste(page, `${second.code.slice(0, 3)} ${second.code.slice(3)}`)
  await page.waitForURL('**/shows/create')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(new URL(page.url()).pathname).toBe('/shows/create')
})

/** Gives name and password and waits for the code; the mail that brings it. */
async function startSignIn(page: Page, request: APIRequestContext, name: string): Promise<Mail> {
  const { username, email } = await signUpWithMfa(request, name)
  const welcome = await newestMail(email)
  await page.goto('/login')
  await giveName(page, username)
  await page.waitForURL('**/verify-mfa')
  return newestMail(email, { subject: 'Login Code', newerThan: welcome })
}

test('the button of the mail fills the code in and waits, in another browser, too @desktop', async ({
  page,
  request,
  browser,
  baseURL,
}) => {
  const mail = await startSignIn(page, request, 'bo')
  const elsewhere = await (await browser.newContext({ ...(baseURL && { baseURL }) })).newPage()
  await elsewhere.goto(mail.link)
  await expect(codeField(elsewhere)).toHaveValue(mail.code)
  expect(elsewhere.url()).not.toContain(mail.code)
  expect((await (await elsewhere.request.get('/api/v1/auth/status')).json()).authenticated).toBe(false)
  await elsewhere.getByRole('button', { name: 'Complete login' }).click()
  await elsewhere.waitForURL('**/dashboard')
  await elsewhere.context().close()

  // That sign-in is done; the one who waits here begins again.
  await page.getByRole('button', { name: 'Send another code' }).click()
  await expect(page.getByRole('main').getByRole('link', { name: 'Log in' })).toBeVisible()
})

test('the button of the mail opens a tab, and the one that waits goes on by itself @phone', async ({
  page,
  request,
}) => {
  const { link } = await startSignIn(page, request, 'fay')
  const tab = await page.context().newPage()
  await tab.goto(link)
  await tab.getByRole('button', { name: 'Complete login' }).click()
  await tab.waitForURL('**/dashboard')
  await page.waitForURL('**/dashboard')
})

test('15: a forgotten password: the link works once and is told to nobody @phone', async ({
  page,
  request,
}) => {
  const { username } = await signUp(request, 'cy')
  const email = `${username}@example.org`
  await page.goto('/login')
  await page.getByRole('link', { name: 'Forgot your password?' }).click()
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await expect(page.getByRole('status').filter({ hasText: email })).toBeVisible()

  const { link } = await newestMail(email, { subject: /password/i })
  const token = new URL(link).searchParams.get('token') ?? ''
  const told: string[] = []
  page.on('request', (sent) => {
    if (!sent.isNavigationRequest()) told.push(sent.url(), sent.headers().referer ?? '')
  })
  await page.goto(link)
  await page.getByLabel('New password').fill(NEW_PASSWORD)
  expect(page.url()).not.toContain(token)
  await page.getByRole('button', { name: 'Set my new password' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Your new password is set' })).toBeVisible()
  expect(told.filter((text) => text.includes(token))).toEqual([])
  await giveName(page, username, NEW_PASSWORD)
  await page.waitForURL('**/dashboard')

  await page.goto(link)
  await page.getByLabel('New password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Set my new password' }).click()
  await expect(page.getByRole('heading', { name: 'This link was used' })).toBeVisible()
})

test('registering without a second step; the address is confirmed by a press and not by a visit @phone', async ({
  page,
}) => {
  const username = newName('di')
  const email = `${username}@example.org`
  await page.goto('/register')
  await page.getByLabel('Username').fill(username)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill('passwordpassword')
  await expect(page.getByText('It repeats itself').first()).toBeVisible()
  await page.getByRole('button', { name: 'Create my account' }).click()
  await expect(page.getByLabel('Password', { exact: true })).toHaveAttribute('aria-invalid', 'true')
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Create my account' }).click()
  await page.waitForURL('**/dashboard')

  const verified = async () => (await (await page.request.get('/api/v1/auth/me')).json()).email_verified
  await page.goto((await newestMail(email, { subject: 'Welcome' })).link)
  const confirm = page.getByRole('button', { name: 'Yes, this is my address' })
  await expect(confirm).toBeVisible()
  expect(await verified()).toBe(false)
  await confirm.click()
  await expect(page.getByRole('heading', { name: 'Address confirmed' })).toBeVisible()
  expect(await verified()).toBe(true)
})

test('the button of the mail that switches it on leads through the sign-in to the code @desktop', async ({
  page,
  request,
}) => {
  const { username, token } = await signUp(request, 'ed')
  const begun = await request.post('/api/v1/auth/profile/mfa', {
    headers: { authorization: `Bearer ${token}` },
    data: { enable: true, method: 'email', password: PASSWORD },
  })
  expect(begun.status()).toBe(200)
  const { link, code } = await newestMail(`${username}@example.org`, { subject: 'Multi-Factor' })
  await page.goto(link)
  await giveName(page, username)
  await page.waitForURL('**/settings/security')
  await expect(page.getByRole('dialog').getByLabel('Code from the mail')).toHaveValue(code)
})
