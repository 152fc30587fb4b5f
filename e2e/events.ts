import { type APIRequestContext, expect } from '@playwright/test'
import type { signUp } from './people.ts'

/** Puts an event on by the API, three days from now; for journeys that are about something else. */
export async function putOn(
  request: APIRequestContext,
  organiser: Awaited<ReturnType<typeof signUp>>,
  fields: { title: string; latitude: number; longitude: number } & Record<string, unknown>,
): Promise<string> {
  const { latitude, longitude, ...event } = fields
  const answer = await request.post('/api/v1/events', {
    headers: { authorization: `Bearer ${organiser.token}` },
    data: {
      date: new Date(Date.now() + 3 * 86_400_000).toISOString(),
      location: { type: 'Point', coordinates: [longitude, latitude] },
      ...event,
    },
  })
  expect(answer.status()).toBe(201)
  return (await answer.json()).id
}
