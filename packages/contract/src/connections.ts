import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Timestamp } from './fields.ts'

const tag = 'Connections'

export const Provider = z.enum(['spotify']).meta({ id: 'Provider', example: 'spotify' })
export type Provider = z.infer<typeof Provider>

/**
 * An account of mine elsewhere. `configured` is false where the operator has not set it up. `reconnect` is a state as any
 * other: providers end what one agreed to after some months.
 */
export const Connection = z
  .object({
    provider: Provider,
    configured: z.boolean(),
    state: z.enum(['none', 'connected', 'reconnect']),
    account_name: z.string().nullable(),
    scopes: z.array(z.string()),
    connected_at: Timestamp.nullable(),
    /** When the provider will ask again whether I agree; null where it does not say. */
    ends_at: Timestamp.nullable(),
  })
  .meta({
    id: 'Connection',
    example: {
      provider: 'spotify',
      configured: true,
      state: 'connected',
      account_name: 'noor',
      scopes: ['user-library-read'],
      connected_at: '2024-12-01T19:00:00.000Z',
      ends_at: '2025-06-01T19:00:00.000Z',
    },
  })
export type Connection = z.infer<typeof Connection>

export const listConnections = endpoint({
  id: 'listConnections',
  method: 'GET',
  path: '/connections',
  tag,
  summary: 'My accounts elsewhere, and which could be connected',
  security: 'required',
  answers: { 200: z.object({ items: z.array(Connection) }) },
  problems: [],
})

const params = z.object({ provider: Provider })

/** What a provider sends the browser back with; what is no such thing counts as absent, so that a page can say so. */
const word = (most: number) => z.string().max(most).optional().catch(undefined)
const back = z.object({ code: word(2000), state: word(500), error: word(500) })

export const beginConnection = endpoint({
  id: 'beginConnection',
  method: 'POST',
  path: '/connections/{provider}',
  tag,
  summary: 'Begin to connect an account: where to send the browser',
  description:
    'Authorization code with PKCE (RFC 7636); the state stands for ten minutes, for one use and for the person who asked. `return_to` is a path of this site.',
  security: 'required',
  limit: 'auth',
  params,
  body: z
    .strictObject({ return_to: z.string().max(500).default('/settings/connections') })
    .meta({ id: 'ConnectionRequest', example: { return_to: '/mood' } }),
  bodyOptional: true,
  answers: { 200: z.object({ authorize_url: z.string() }) },
  problems: ['provider_not_configured'],
})

export const endConnectionRequest = endpoint({
  id: 'endConnectionRequest',
  method: 'GET',
  path: '/connections/{provider}/callback',
  tag,
  summary: 'Where the provider sends the browser back to; leads on to a page of ours that says how it went',
  description:
    'Answers 302 in every case: to `return_to` with `connection=connected`, `refused`, `expired`, `taken` or `failed`. The state names the person, who has to be signed in with this browser.',
  security: 'optional',
  toleratesStale: true,
  limit: 'auth',
  params,
  query: back,
  answers: { 302: null },
  problems: [],
})

export const removeConnection = endpoint({
  id: 'removeConnection',
  method: 'DELETE',
  path: '/connections/{provider}',
  tag,
  summary: 'Disconnect an account: its tokens and all that came from it are deleted',
  security: 'required',
  limit: 'write',
  params,
  answers: { 204: null },
  problems: [],
})

export const beginSpotify = endpoint({
  id: 'beginSpotify',
  method: 'GET',
  path: '/auth/login',
  tag,
  summary: 'Begin to connect Spotify, under an older name',
  description:
    'As `POST /connections/spotify`. Spotify is an account that is connected, and nothing to sign in with: it no longer tells an e-mail address.',
  security: 'optional',
  limit: 'auth',
  deprecated: true,
  answers: {
    200: z.object({ success: z.literal(true), auth_url: z.string() }).meta({
      id: 'SpotifyLogin',
      example: { success: true, auth_url: 'https://accounts.spotify.com/authorize?…' },
    }),
  },
  problems: ['sign_in_first', 'provider_not_configured'],
})

export const endSpotifyRequest = endpoint({
  id: 'endSpotifyRequest',
  method: 'GET',
  path: '/auth/callback',
  tag,
  summary: 'Where Spotify sends the browser back to, under an older name',
  description:
    'As `GET /connections/spotify/callback`, and says besides `linked=spotify`, or `error` with why not. Spotify sends browsers here where `SPOTIFY_REDIRECT_URI` says so.',
  security: 'optional',
  toleratesStale: true,
  limit: 'auth',
  deprecated: true,
  query: back,
  answers: { 302: null },
  problems: [],
})
