import { randomBytes } from 'node:crypto'
import { type APIRequestContext, expect, type Page } from '@playwright/test'
import { newestMail } from './mail.ts'

export const PASSWORD = 'four small tickets'

/** A name nobody has taken, so that journeys can run side by side on one product. */
export const newName = (name: string) => `${name}-${randomBytes(4).toString('hex')}`

type Answer = { id: string; username: string; token: string }

/** Signs up by the API; for journeys that are about something else. */
export async function signUp(
  request: APIRequestContext,
  name: string,
  role: 'attendee' | 'organizer' = 'attendee',
): Promise<Answer> {
  const username = newName(name)
  const answer = await request.post('/api/v1/auth/register', {
    data: { username, email: `${username}@example.org`, password: PASSWORD, role },
  })
  const { user, access_token } = await answer.json()
  return { id: user.id, username, token: access_token }
}

/** The same with codes by mail switched on; nobody is signed in afterwards. */
export async function signUpWithMfa(
  request: APIRequestContext,
  name: string,
): Promise<{ username: string; email: string }> {
  const username = newName(name)
  const email = `${username}@example.org`
  const answer = await request.post('/api/v1/auth/register', {
    data: { username, email, password: PASSWORD, enable_mfa: true },
  })
  const { mfa_ticket } = await answer.json()
  const { code } = await newestMail(email)
  const verified = await request.post('/api/v1/auth/verify-mfa', { data: { mfa_ticket, code } })
  expect(verified.status()).toBe(200)
  await request.post('/api/v1/auth/logout', { data: {} })
  return { username, email }
}

/** Signs in by the page, as a person does. */
export async function signIn(page: Page, username: string): Promise<void> {
  await page.goto('/login')
  await page.getByLabel('Username or e-mail').fill(username)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Log in' }).click()
  await page.waitForURL(/\/(dashboard|shows)/)
}
