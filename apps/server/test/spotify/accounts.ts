import { createHash, randomBytes } from 'node:crypto'
import type { Listener } from './listener.ts'
import type { Asked, Said } from './wire.ts'

type Code = { listener: Listener; challenge: string; redirectUri: string; scopes: string[] }
type Grant = { listener: Listener; scopes: string[]; revoked: boolean }

export type Accounts = {
  /** Seconds an access token is good for, as it is told. */
  expiresIn: number
  /** A renewal gives a new refresh token, and the old one is good for nothing. */
  rotates: boolean
  /** Only this secret signs the app in; null for PKCE alone. */
  clientSecret: string | null
  /** Times a token was renewed. */
  renewals: number
  /** Ends what everybody agreed to: `invalid_grant` from now on. */
  revoke(): void
  /** Has every access token refused from now on. */
  expire(): void
  /** Whose token this is, and for what; undefined when it is none or has ended. */
  holderOf(token: string): Grant | undefined
  answer(asked: Asked, headers: Record<string, string>): Said
}

type Options = { clientId: string; redirectUri: string; listener: () => Listener }

const token = (kind: string) => `${kind}-${randomBytes(12).toString('hex')}`
const no = (error: string, error_description = error): Said => ({
  status: 400,
  body: { error, error_description },
})

/** Spotify's accounts: who agrees gets a code, and a code with its verifier gets tokens. */
export function createAccounts({ clientId, redirectUri, listener }: Options): Accounts {
  const codes = new Map<string, Code>()
  const access = new Map<string, Grant>()
  const refresh = new Map<string, Grant>()

  const authorize = ({ query }: Asked): Said => {
    if (query.client_id !== clientId) return { status: 400, body: 'INVALID_CLIENT: Invalid client' }
    if (query.redirect_uri !== redirectUri)
      return { status: 400, body: 'INVALID_CLIENT: Invalid redirect URI' }
    const back = new URL(redirectUri)
    if (query.state) back.searchParams.set('state', query.state)
    const pkce = query.code_challenge_method === 'S256' && (query.code_challenge?.length ?? 0) === 43
    if (query.response_type !== 'code' || !pkce) back.searchParams.set('error', 'invalid_request')
    else if (!listener().agrees) back.searchParams.set('error', 'access_denied')
    else {
      const code = token('code')
      const scopes = (query.scope ?? '').split(' ')
      codes.set(code, { listener: listener(), challenge: query.code_challenge ?? '', redirectUri, scopes })
      back.searchParams.set('code', code)
    }
    return { status: 302, headers: { location: back.href } }
  }

  const grantOf = (form: URLSearchParams): Grant | Said => {
    if (form.get('grant_type') === 'refresh_token') {
      accounts.renewals++
      const grant = refresh.get(form.get('refresh_token') ?? '')
      if (grant === undefined || grant.revoked) return no('invalid_grant', 'Refresh token revoked')
      if (accounts.rotates) refresh.delete(form.get('refresh_token') ?? '')
      return grant
    }
    if (form.get('grant_type') !== 'authorization_code') return no('unsupported_grant_type')
    const code = codes.get(form.get('code') ?? '')
    codes.delete(form.get('code') ?? '')
    if (code === undefined) return no('invalid_grant', 'Invalid authorization code')
    if (form.get('redirect_uri') !== code.redirectUri) return no('invalid_grant', 'Invalid redirect URI')
    const verifier = form.get('code_verifier') ?? ''
    if (createHash('sha256').update(verifier).digest('base64url') !== code.challenge)
      return no('invalid_grant', 'code_verifier was incorrect')
    return { listener: code.listener, scopes: code.scopes, revoked: false }
  }

  const tokens = ({ body }: Asked, { authorization }: Record<string, string>): Said => {
    const form = new URLSearchParams(body)
    const { clientSecret, expiresIn, rotates } = accounts
    // both parts are form-encoded (RFC 6749, 2.3.1)
    const basic = Buffer.from(authorization?.replace(/^Basic /, '') ?? '', 'base64').toString()
    const known =
      clientSecret === null
        ? authorization === undefined && form.get('client_id') === clientId
        : decodeURIComponent(basic) === `${clientId}:${clientSecret}`
    if (!known) return no('invalid_client', 'Invalid client')
    const grant = grantOf(form)
    if ('status' in grant) return grant
    const [accessToken, refreshToken] = [token('access'), token('refresh')]
    access.set(accessToken, grant)
    const given = form.get('grant_type') === 'authorization_code' || rotates
    if (given) refresh.set(refreshToken, grant)
    return {
      status: 200,
      body: {
        access_token: accessToken,
        token_type: 'Bearer',
        scope: grant.scopes.join(' '),
        expires_in: expiresIn,
        ...(given && { refresh_token: refreshToken }),
      },
    }
  }

  const accounts: Accounts = {
    expiresIn: 3600,
    rotates: true,
    clientSecret: null,
    renewals: 0,
    revoke() {
      for (const grant of refresh.values()) grant.revoked = true
    },
    expire: () => access.clear(),
    holderOf: (given) => access.get(given),
    answer(asked, headers) {
      if (asked.method === 'GET' && asked.path === '/authorize') return authorize(asked)
      if (asked.method === 'POST' && asked.path === '/api/token') return tokens(asked, headers)
      return { status: 404, body: 'Not found' }
    },
  }
  return accounts
}
