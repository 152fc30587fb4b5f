import type { APIRequestContext, Locator, Page, WebSocketRoute } from '@playwright/test'
import { newName, type signUp } from './people.ts'

type Who = Awaited<ReturnType<typeof signUp>>
const as = ({ token }: Who) => ({ authorization: `Bearer ${token}` })

/** A night that all of these people have in their diary, whose room is open to them. */
export async function sharedNight(request: APIRequestContext, ...people: Who[]): Promise<string> {
  const artist_name = newName('The Lamplighters')
  const data = { artist_name, venue_name: 'Town Hall', show_date: new Date().toISOString().slice(0, 10) }
  let id = ''
  for (const one of people) {
    const answer = await request.post('/api/v1/shows', { headers: as(one), data })
    id = (await answer.json()).id
  }
  return id
}

/** Comes to a night, by hand. */
export const attend = (request: APIRequestContext, who: Who, showId: string) =>
  request.post(`/api/v1/shows/${showId}/checkin`, { headers: as(who), data: {} })

export const sayInRoom = (request: APIRequestContext, who: Who, showId: string, text: string) =>
  request.post(`/api/v1/chat/show/${showId}/messages`, { headers: as(who), data: { text } })

export const writeTo = (request: APIRequestContext, who: Who, recipient_id: string, text: string) =>
  request.post('/api/v1/chat/send', { headers: as(who), data: { recipient_id, text } })

/** The lines of the open conversation. */
export const lines = (page: Page): Locator =>
  page.getByRole('region', { name: 'What was said' }).locator('[data-number]')
export const line = (page: Page, text: string): Locator => lines(page).filter({ hasText: text })

/** Writes as a person does, by the keyboard. */
export async function say(page: Page, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Your message' })
  await field.fill(text)
  await field.press('Control+Enter')
}

/** A network that can be cut under an open page, sockets and all, before the page is opened. */
export async function cuttable(page: Page) {
  const open = new Set<{ page: WebSocketRoute; server: WebSocketRoute }>()
  let up = true
  await page.routeWebSocket('**/socket.io/**', async (socket) => {
    if (!up) return void (await socket.close())
    open.add({ page: socket, server: socket.connectToServer() })
  })
  return {
    async cut() {
      up = false
      await page.context().setOffline(true)
      for (const both of open) {
        await both.server.close()
        await both.page.close()
      }
      open.clear()
    },
    async restore() {
      up = true
      await page.context().setOffline(false)
    },
  }
}
