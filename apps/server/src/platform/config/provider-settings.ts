import { z } from 'zod'
import { optional, withDefault } from './values.ts'

export type SpotifySettings = {
  clientId: string
  /** Null signs in by PKCE alone. */
  clientSecret: string | null
  apiUrl: string
  accountsUrl: string
  /** Where Spotify sends browsers back to; the same is written at Spotify. */
  redirectUri: string
}
export type SoundnetSettings = {
  key: string
  url: string
  /** Questions a day, in UTC. */
  aDay: number
}

const LOOPBACK = new Set(['127.0.0.1', '[::1]'])

const isLoopback = ({ hostname }: URL) => LOOPBACK.has(hostname)

/** Tokens go there: in the open only to this machine. */
const isSafe = (text: string) => {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url))
}

/** Where a provider is, without a slash at its end. */
export const address = z
  .string()
  .refine(isSafe, 'must be an https address, or http://127.0.0.1 with a port')
  .transform((text) => text.replace(/\/+$/, ''))

export const providerEnvironment = {
  SPOTIFY_CLIENT_ID: optional(z.string().regex(/^\S{1,100}$/, 'must be the id of an app, without spaces')),
  SPOTIFY_CLIENT_SECRET: optional(z.string().regex(/^\S{1,200}$/, 'must be without spaces')),
  SPOTIFY_API_URL: withDefault(address, 'https://api.spotify.com/v1'),
  SPOTIFY_ACCOUNTS_URL: withDefault(address, 'https://accounts.spotify.com'),
  SPOTIFY_REDIRECT_URI: optional(z.string()),
  SOUNDNET_KEY: optional(z.string().regex(/^\S{1,200}$/, 'must be without spaces')),
  SOUNDNET_URL: withDefault(address, 'https://track-analysis.p.rapidapi.com'),
  // what its smallest plan has: nobody pays for more without having said so
  SOUNDNET_A_DAY: withDefault(z.coerce.number().int().min(1).max(1_000_000), 3),
  PROVIDER_TIMEOUT_MS: withDefault(z.coerce.number().int().min(100).max(60_000), 10_000),
}

const Settings = z.object(providerEnvironment)
type Given = z.output<typeof Settings>

/** Why Spotify would refuse to send browsers there; null where it would not. */
function faultOfRedirect(text: string): string | null {
  if (!URL.canParse(text)) return 'must be an address'
  const url = new URL(text)
  if (url.hostname === 'localhost')
    return 'Spotify refuses localhost: write http://127.0.0.1 with its port, there and here'
  if (!isSafe(text)) return 'Spotify takes only https, or http://127.0.0.1 with a port'
  return url.hash === '' && url.search === '' ? null : 'must be without ? and #'
}

/** Spotify's settings, or null where it is not set up; says among the faults what does not go together. */
export function spotifyOf(given: Given, home: string, faults: string[]): SpotifySettings | null {
  const { SPOTIFY_CLIENT_ID: clientId, SPOTIFY_CLIENT_SECRET: clientSecret = null } = given
  if (clientId === undefined) {
    for (const name of ['SPOTIFY_CLIENT_SECRET', 'SPOTIFY_REDIRECT_URI'] as const)
      if (given[name] !== undefined) faults.push(`${name}: means nothing without SPOTIFY_CLIENT_ID`)
    return null
  }
  const redirectUri = given.SPOTIFY_REDIRECT_URI ?? `${home}/api/v1/connections/spotify/callback`
  const fault = faultOfRedirect(redirectUri)
  if (fault !== null) {
    const from = given.SPOTIFY_REDIRECT_URI === undefined ? ' (it follows PUBLIC_URL)' : ''
    faults.push(`SPOTIFY_REDIRECT_URI: ${fault}${from}`)
  }
  return {
    clientId,
    clientSecret,
    apiUrl: given.SPOTIFY_API_URL,
    accountsUrl: given.SPOTIFY_ACCOUNTS_URL,
    redirectUri,
  }
}

/** SoundNet's settings, or null where there is no key. */
export const soundnetOf = (given: Given): SoundnetSettings | null => {
  const { SOUNDNET_KEY: key, SOUNDNET_URL: url, SOUNDNET_A_DAY: aDay } = given
  return key === undefined ? null : { key, url, aDay }
}
