import { expect } from 'vitest'
import type { Client } from '../client.ts'
import { createListener, type Listener } from './listener.ts'
import type { SpotifyStandIn } from './stand-in.ts'

const CALLBACK = '/connections/spotify/callback'

/** Begins to connect, and goes where one is sent; gives what Spotify sends the browser back with. */
export async function agree(who: Client, return_to?: string): Promise<string> {
  const begun = await who.post('/connections/spotify', return_to === undefined ? undefined : { return_to })
  expect(begun.status).toBe(200)
  const { headers } = await fetch(begun.body.authorize_url, { redirect: 'manual' })
  return new URL(headers.get('location') ?? '').search
}

/** Comes back with it; gives the page that is led to. */
export async function comeBack(
  who: Client,
  search: string,
  init: RequestInit = {},
  at = CALLBACK,
): Promise<string> {
  const { status, headers } = await who.request('GET', `${at}${search}`, {
    redirect: 'manual',
    ...init,
  })
  expect(status).toBe(302)
  return headers.get('location') ?? ''
}

/** Connects somebody to an account at Spotify that is hers from then on. */
export async function link(
  spotify: SpotifyStandIn,
  who: Client,
  listener: Listener = createListener(who.username),
): Promise<Listener> {
  spotify.listener = listener
  expect(await comeBack(who, await agree(who))).toContain('connection=connected')
  return listener
}
