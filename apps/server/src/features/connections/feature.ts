import type { Connection } from '@sharemyshows/contract/connections'
import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { SpotifySettings } from '../../platform/config/provider-settings.ts'
import type { Db } from '../../platform/db/connect.ts'
import type { Routes } from '../../platform/http/route.ts'
import type { Log } from '../../platform/log/log.ts'
import { noting } from '../../platform/providers/notes.ts'
import { createProvider } from '../../platform/providers/provider.ts'
import { isQuota, refusalOf } from '../../platform/providers/spotify/refusals.ts'
import { MeAnswer } from '../../platform/providers/spotify/shapes.ts'
import { createSignIn } from '../../platform/providers/spotify/sign-in.ts'
import { type Authorized, type Spotify, spotifyAs } from '../../platform/providers/spotify/spotify.ts'
import { createSeal } from '../../platform/secrets/seal.ts'
import type { Dropped } from './actions/end-request.ts'
import { createAccessTokens, opens } from './actions/tokens.ts'
import { connectionRoutes, type Resume } from './routes.ts'
import { readConnection } from './views.ts'

export type ConnectionsOptions = {
  db: Db
  log: Log
  secret: string
  /** Null where the operator has set up none. */
  spotify: SpotifySettings | null
  timeoutMs: number
  resume: Resume
  /** What lets go of all that came from an account at Spotify. */
  dropped: readonly Dropped[]
}

export type Connections = ReturnType<typeof createConnections>

/** Reaches Spotify for a person; `patient` for jobs, which may wait for a minute. */
export type SpotifyFor = (personId: string, how?: { patient?: boolean }) => Promise<Spotify | Refusal>

/** Questions a second over all people here: Spotify's own bounds are not told. */
const PACE = { most: 10, withinMs: 1000 }
/** How long a page waits to hear whether a token that ran out can be renewed (ms). */
const STANDING_MS = 1000

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

/** Connections: accounts elsewhere that people let this server use for them. */
export function createConnections(options: ConnectionsOptions) {
  const { db, log, secret, spotify: settings, timeoutMs, resume, dropped } = options
  const seal = createSeal(secret, 'connections')
  const how = { log, timeoutMs, pace: PACE, hear: noting(db, log, 'spotify') }
  const provider = (name: string, url: string) =>
    createProvider({ ...how, name, url, isFinal: ({ text }) => isQuota(text) })
  const link = settings && createLink(settings)

  function createLink(to: SpotifySettings) {
    const accounts = provider('spotify accounts', to.accountsUrl)
    const api = provider('spotify', to.apiUrl)
    const signIn = createSignIn(to, accounts)
    return {
      api,
      tokens: createAccessTokens('spotify', { db, seal, signIn }),
      ending: {
        db,
        seal,
        signIn,
        redirectUri: to.redirectUri,
        readMe: (token: string) => api.ask(MeAnswer, { path: '/me', headers: bearer(token) }),
        dropped,
      },
      close: async () => void (await Promise.all([accounts.close(), api.close()])),
    }
  }

  const read = (personId: string): Promise<Connection> =>
    readConnection(db, personId, 'spotify', link !== null, (...row) => opens(seal, ...row))

  const spotifyFor: SpotifyFor = async (personId, { patient = false } = {}) => {
    if (link === null) return refuse('provider_not_configured')
    const { tokens, api } = link
    const first = await tokens.of(personId)
    if (isRefusal(first)) return first
    const authorized: Authorized = async (call) => {
      let token = await tokens.of(personId)
      if (isRefusal(token)) return token
      let outcome = await call(bearer(token))
      if (!outcome.ok && outcome.status === 401) {
        token = await tokens.of(personId, token)
        if (isRefusal(token)) return token
        outcome = await call(bearer(token))
      }
      return outcome.ok ? outcome.data : refusalOf(outcome)
    }
    return spotifyAs(authorized, api, patient)
  }

  return {
    spotifyFor,
    /** Whether she has an account at Spotify connected, and has to agree anew; a token that ran out is renewed. */
    async standing(personId: string): Promise<{ linked: boolean; needs_reconnect: boolean }> {
      const late = new Promise<void>((resolve) => setTimeout(resolve, STANDING_MS).unref())
      if (link !== null) await Promise.race([link.tokens.of(personId), late])
      const { state } = await read(personId)
      return { linked: state !== 'none', needs_reconnect: state === 'reconnect' }
    },
    routes: (routes: Routes) =>
      connectionRoutes(routes, { read, ending: link?.ending ?? null, resume, dropped }),
    drain: () => link?.close(),
  }
}
