import * as oauth from 'openid-client'
import type { SpotifySettings } from '../../config/provider-settings.ts'
import type { Provider } from '../provider.ts'

/** What the product asks of an account, and nothing besides. */
const SCOPES = [
  'user-read-private',
  'user-library-read',
  'user-read-playback-state',
  'user-modify-playback-state',
  'playlist-modify-private',
]

export type Tokens = {
  access: string
  /** Null where the one before stays good. */
  refresh: string | null
  expiresAt: Date
  /** Null where they are as before. */
  scopes: string[] | null
}
/** `refused`: this code or token is good for nothing any more; `unavailable`: nobody knows, ask again later. */
export type SignInFault = 'refused' | 'unavailable'
export const isSignInFault = (given: Tokens | SignInFault): given is SignInFault => typeof given === 'string'

/** What an account's owner is sent away with, and what she has to come back with. */
export type Departure = { url: string; state: string; verifier: string }

export type SignIn = {
  depart(redirectUri: string): Promise<Departure>
  /** Gives a code back for tokens; only its own verifier and the address it was made for fit it. */
  redeem(back: { redirectUri: string; code: string; verifier: string }): Promise<Tokens | SignInFault>
  refresh(token: string): Promise<Tokens | SignInFault>
}

/** Without these an answer of the token endpoint is worth nothing. */
const SECONDS = 3600

/** Spotify's accounts: authorization code with PKCE S256, by a secret where there is one. */
export function createSignIn(settings: SpotifySettings, accounts: Provider): SignIn {
  const { clientId, clientSecret, accountsUrl } = settings
  const server = {
    issuer: accountsUrl,
    authorization_endpoint: `${accountsUrl}/authorize`,
    token_endpoint: `${accountsUrl}/api/token`,
    code_challenge_methods_supported: ['S256'],
  }
  const client = new oauth.Configuration(
    server,
    clientId,
    {},
    clientSecret === null ? oauth.None() : oauth.ClientSecretBasic(clientSecret),
  )
  client[oauth.customFetch] = (url, { body, headers }) => post(accounts, url, String(body), headers)
  // stand-ins on this machine; the settings take no other address without https
  if (accountsUrl.startsWith('http:')) oauth.allowInsecureRequests(client)

  return {
    async depart(redirectUri) {
      const verifier = oauth.randomPKCECodeVerifier()
      const state = oauth.randomState()
      const url = oauth.buildAuthorizationUrl(client, {
        response_type: 'code',
        redirect_uri: redirectUri,
        scope: SCOPES.join(' '),
        state,
        code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      })
      return { url: url.href, state, verifier }
    },
    redeem({ redirectUri, code, verifier }) {
      const back = new URL(redirectUri)
      back.searchParams.set('code', code)
      return tokensOf(
        oauth.authorizationCodeGrant(client, back, {
          pkceCodeVerifier: verifier,
          // the state was judged before: it is what names the verifier
          expectedState: oauth.skipStateCheck,
        }),
      )
    },
    refresh: (token) => tokensOf(oauth.refreshTokenGrant(client, token)),
  }
}

async function tokensOf(granted: Promise<oauth.TokenEndpointResponse>): Promise<Tokens | SignInFault> {
  try {
    const { access_token, refresh_token, expires_in = SECONDS, scope } = await granted
    return {
      access: access_token,
      refresh: refresh_token ?? null,
      expiresAt: new Date(Date.now() + expires_in * 1000),
      scopes: scope === undefined ? null : scope.split(' ').filter(Boolean),
    }
  } catch (error) {
    // only what Spotify says of this very token ends it: a wrong secret of ours, for one, does not
    return error instanceof oauth.ResponseBodyError && error.error === 'invalid_grant'
      ? 'refused'
      : 'unavailable'
  }
}

/** The library's calls go out as all others do. */
async function post(
  accounts: Provider,
  address: string,
  form: string,
  headers: Record<string, string>,
): Promise<Response> {
  const answer = await accounts.send({ method: 'POST', path: new URL(address).pathname, form, headers })
  if (!answer.ok) throw new Error(answer.reason)
  return new Response(answer.text || null, { status: answer.status, headers: answer.headers })
}
