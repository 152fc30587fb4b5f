import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createGoogleStandIn, GOOGLE_KEY } from './google.ts'
import { createCoverArtStandIn, createMusicbrainzStandIn } from './musicbrainz.ts'
import { createNominatimStandIn, createPhotonStandIn } from './openstreetmap.ts'
import { createSetlistfmStandIn, SETLISTFM_KEY } from './setlistfm.ts'
import type { Asked, Fault, Name, ProviderName, Said, StandIn } from './wire.ts'
import { createWorld, type World } from './world.ts'

export type { Fault, ProviderName } from './wire.ts'
export * from './world.ts'

export type Providers = {
  url: string
  /** What the server is started with to speak to them. */
  env: Record<string, string>
  /** What they know; tests may change it or put another in its place. */
  world: World
  /** All that was asked, what of it a provider's description refuses, and answers that it does not know. */
  asked: Asked[]
  refused: string[]
  untrue: string[]
  fail(fault: Fault): void
  /** They behave again. */
  heal(): void
  close(): Promise<void>
}

const ALL: ProviderName[] = ['setlistfm', 'google', 'musicbrainz', 'nominatim', 'photon']

/**
 * Stand-ins for those that are named, or all: real HTTP, by their descriptions where those lie beside the project. As fast as may
 * be; keys are taken, and who asks is held to the rules of each.
 */
export async function startProviders(...names: ProviderName[]): Promise<Providers> {
  const named = names.length === 0 ? ALL : names
  const asked: Asked[] = []
  const refused: string[] = []
  const untrue: string[] = []
  const faults: (Fault & { times: number })[] = []
  const world = () => providers.world
  const standIns: Record<Name, StandIn> = {
    setlistfm: await createSetlistfmStandIn(world),
    google: await createGoogleStandIn(world),
    musicbrainz: createMusicbrainzStandIn(world),
    coverart: createCoverArtStandIn(world),
    nominatim: createNominatimStandIn(world),
    photon: createPhotonStandIn(world),
  }

  const server = createServer(async (request, response) => {
    const one = await read(request)
    asked.push(one)
    const standIn = standIns[one.of]
    if (standIn === undefined) return send(response, { status: 404 })
    const fault = faults.find(({ of = one.of, times }) => of === one.of && times > 0)
    if (fault !== undefined) {
      fault.times--
      return misbehave(response, fault, standIn)
    }
    const refusal = standIn.refuses(one)
    if (refusal !== null) {
      refused.push(`${one.of} ${one.method} ${one.path}: ${refusal}`)
      return send(response, standIn.no(400))
    }
    const said = standIn.answer(one)
    const untruth = typeof said.body === 'string' ? null : standIn.denies(one, said)
    if (untruth !== null) untrue.push(`${one.of} ${one.method} ${one.path} ${said.status}: ${untruth}`)
    send(response, said)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const providers: Providers = {
    ...{ url, asked, refused, untrue },
    env: environment(url, named),
    world: createWorld(),
    fail: (fault) => void faults.push({ times: 1, ...fault }),
    heal: () => void faults.splice(0),
    async close() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
  return providers
}

function environment(url: string, names: ProviderName[]): Record<string, string> {
  const keyless = names.filter((name) => name !== 'setlistfm' && name !== 'google')
  return {
    ...(names.includes('setlistfm') && {
      SETLISTFM_KEY,
      SETLISTFM_URL: `${url}/setlistfm`,
      SETLISTFM_A_SECOND: '1000',
      SETLISTFM_IMPORT: 'on',
    }),
    ...(names.includes('google') && { GOOGLE_PLACES_KEY: GOOGLE_KEY, GOOGLE_PLACES_URL: `${url}/google` }),
    LOOKUPS: keyless.join(','),
    LOOKUPS_A_SECOND: '1000',
    PROVIDER_CONTACT: 'ops@shows.example.org',
    MUSICBRAINZ_URL: `${url}/musicbrainz`,
    COVER_ART_URL: `${url}/coverart`,
    NOMINATIM_URL: `${url}/nominatim`,
    PHOTON_URL: `${url}/photon`,
    // ones that never answer are waited for, and a busy machine is no fault of theirs
    PROVIDER_TIMEOUT_MS: '6000',
  }
}

async function read(request: IncomingMessage): Promise<Asked> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stand-in')
  let body = ''
  for await (const part of request.setEncoding('utf8')) body += part
  const [, of = '', ...path] = pathname.split('/')
  return {
    of: of as Name,
    method: request.method ?? '',
    path: `/${path.join('/')}`,
    query: Object.fromEntries(searchParams),
    headers: request.headers as Record<string, string>,
    body,
  }
}

const MEGABYTE = 1_048_576
const UNREADABLE = {
  html: () => '<html>One moment</html>',
  deep: () => `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
  huge: () => `"${'x'.repeat(2 * MEGABYTE)}"`,
}

function misbehave(response: ServerResponse, { does }: Fault, standIn: StandIn): void {
  // one that never comes ends when its asker has enough
  if (does === 'slow') return
  if (does === 'cut') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
    response.write('{"items": [')
    setImmediate(() => response.destroy())
    return
  }
  if (typeof does === 'string') {
    send(response, { status: 200, body: UNREADABLE[does]() })
    return
  }
  const headers = {
    ...(does.retryAfter !== undefined && { 'retry-after': String(does.retryAfter) }),
    ...(does.location !== undefined && { location: does.location }),
  }
  send(response, { ...standIn.no(does.status), headers })
}

function send(response: ServerResponse, { status, body, headers = {} }: Said): void {
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)
  const type = typeof body === 'string' ? 'text/html' : 'application/json'
  response.writeHead(status, { ...(text !== '' && { 'content-type': type }), ...headers }).end(text)
}
