import { randomBytes } from 'node:crypto'
import type { APIRequestContext, Page } from '@playwright/test'

export const PASSWORD = 'four small tickets'

/** A name nobody has taken, so that journeys can run side by side on one product. */
export const newName = (name: string) => `${name}-${randomBytes(4).toString('hex')}`

type Answer = { id: string; username: string; token: string }

/** Signs up by the API; for journeys that are about something else. */
export async function signUp(request: APIRequestContext, name: string): Promise<Answer> {
  const username = newName(name)
  const answer = await request.post('/api/v1/auth/register', {
    data: { username, email: `${username}@example.org`, password: PASSWORD },
  })
  const { user, access_token } = await answer.json()
  return { id: user.id, username, token: access_token }
}

/** Signs in by the page, as a person does. */
export async function signIn(page: Page, username: string): Promise<void> {
  await page.goto('/login')
  await page.getByLabel('Username or e-mail').fill(username)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Log in' }).click()
  await page.waitForURL(/\/(dashboard|shows)/)
}
