import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Accounts, createAccounts } from './accounts.ts'
import { type Api, createApi } from './api.ts'
import { createListener, type Listener } from './listener.ts'
import type { Asked, Said } from './wire.ts'

/** How it misbehaves: an answer of its own, one that never comes, one cut off in the middle, or one that is no JSON. */
export type Fault = {
  /** As in `GET /me/tracks` or `POST /api/token`; any call where it is left out. */
  on?: string
  does: 'slow' | 'cut' | 'html' | { status: number; message?: string; reason?: string; retryAfter?: number }
  /** How often; once where it is left out. */
  times?: number
  /** How many of those are answered as they should be before. */
  after?: number
}

export type SpotifyStandIn = {
  url: string
  /** What the server is started with to speak to it. */
  env: Record<string, string>
  accounts: Accounts
  /** Whoever is in front of the browser that comes to agree. */
  listener: Listener
  /** All that was asked, and of it what Spotify's description refuses. */
  asked: Asked[]
  refused: string[]
  /** Answers of its own that the description does not know. */
  untrue: string[]
  /** True where the description is there to be held to. */
  described: boolean
  fail(fault: Fault): void
  /** Behaves again. */
  heal(): void
  close(): Promise<void>
}

export const CLIENT_ID = 'an-app-of-ours'
export const REDIRECT_URI = 'http://127.0.0.1:3000/api/v1/connections/spotify/callback'

/** Spotify's accounts and Web API on a port of their own, as its description has them where that lies beside the project. */
export async function startSpotify(redirectUri = REDIRECT_URI): Promise<SpotifyStandIn> {
  const faults: (Fault & { times: number })[] = []
  const asked: Asked[] = []
  const refused: string[] = []
  const untrue: string[] = []
  const listener = createListener('ana')
  const accounts = createAccounts({ clientId: CLIENT_ID, redirectUri, listener: () => standIn.listener })
  const api: Api = await createApi({ accounts, refused, untrue })

  const server = createServer(async (request, response) => {
    const one = await read(request)
    asked.push(one)
    const fault = faultOn(faults, one)
    const base = standIn.url
    if (fault !== undefined) return misbehave(response, fault, one.path)
    const headers = request.headers as Record<string, string>
    const said = one.path.startsWith('/v1/')
      ? await api.answer(base, one, headers)
      : accounts.answer(one, headers)
    send(response, said)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const standIn: SpotifyStandIn = {
    url,
    env: {
      SPOTIFY_CLIENT_ID: CLIENT_ID,
      SPOTIFY_API_URL: `${url}/v1`,
      SPOTIFY_ACCOUNTS_URL: url,
      SPOTIFY_REDIRECT_URI: redirectUri,
    },
    accounts,
    listener,
    asked,
    refused,
    untrue,
    described: api.described,
    fail: (fault) => void faults.push({ times: 1, ...fault }),
    heal: () => void faults.splice(0),
    close: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
  return standIn
}

async function read(request: IncomingMessage): Promise<Asked> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stand-in')
  let body = ''
  for await (const part of request.setEncoding('utf8')) body += part
  return { method: request.method ?? '', path: pathname, query: Object.fromEntries(searchParams), body }
}

function faultOn(faults: (Fault & { times: number })[], { method, path }: Asked): Fault | undefined {
  const name = `${method} ${path.replace(/^\/v1/, '')}`
  const found = faults.find(({ on = name, times }) => on === name && times > 0)
  if (found === undefined) return undefined
  if (found.after) {
    found.after--
    return undefined
  }
  found.times--
  return found
}

function misbehave(response: ServerResponse, { does }: Fault, path: string): void {
  // one that never comes ends when its asker has enough
  if (does === 'slow') return
  if (does === 'html') {
    send(response, { status: 200, body: '<html>One moment</html>' })
    return
  }
  if (does === 'cut') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
    response.write('{"items": [')
    setImmediate(() => response.destroy())
    return
  }
  const { status, message = '', reason, retryAfter } = does
  const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }
  const ofAccounts = !path.startsWith('/v1/')
  const body = ofAccounts
    ? { error: reason ?? 'server_error', error_description: message }
    : { error: { status, message, ...(reason && { reason }) } }
  send(response, { status, body, headers })
}

function send(response: ServerResponse, { status, body, headers = {} }: Said): void {
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)
  const type = typeof body === 'string' ? 'text/html' : 'application/json'
  response.writeHead(status, { ...(text !== '' && { 'content-type': type }), ...headers }).end(text)
}
