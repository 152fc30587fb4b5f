import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const read = (env: Record<string, string>) => readConfig({ SESSION_SECRET: 'unused', ...env })

/** The lines about settings that do not do. */
function faults(env: Record<string, string>): string[] {
  try {
    read(env)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('\n')
    throw error
  }
}

describe('Spotify', () => {
  it('is not set up by default, nor is SoundNet', () => {
    expect(read({})).toMatchObject({ spotify: null, soundnet: null, providerTimeout: 10_000 })
  })

  it('needs an id alone, and sends browsers back to 127.0.0.1 or to where this server is found', () => {
    expect(read({ SPOTIFY_CLIENT_ID: 'app', PORT: '4000', HOST: '0.0.0.0' }).spotify).toEqual({
      clientId: 'app',
      clientSecret: null,
      apiUrl: 'https://api.spotify.com/v1',
      accountsUrl: 'https://accounts.spotify.com',
      redirectUri: 'http://127.0.0.1:4000/api/v1/connections/spotify/callback',
    })
    const found = { SPOTIFY_CLIENT_ID: 'app', PUBLIC_URL: 'https://shows.example.org' }
    expect(read(found).spotify?.redirectUri).toBe(
      'https://shows.example.org/api/v1/connections/spotify/callback',
    )
    const own = 'http://[::1]:8888/api/v1/connections/spotify/callback'
    expect(read({ ...found, SPOTIFY_REDIRECT_URI: own }).spotify?.redirectUri).toBe(own)
  })

  it.each([
    [{ SPOTIFY_REDIRECT_URI: 'http://localhost:3000/back' }, 'localhost'],
    [{ PUBLIC_URL: 'http://localhost:3000' }, 'PUBLIC_URL'],
    [{ PUBLIC_URL: 'http://192.168.1.5:3000' }, 'https'],
    [{ SPOTIFY_REDIRECT_URI: 'nowhere' }, 'address'],
    [{ SPOTIFY_REDIRECT_URI: 'https://shows.example.org/back?x=1' }, 'without ?'],
  ])('is refused at start where Spotify would refuse it: %j', (env, word) => {
    const [line = '', ...more] = faults({ SPOTIFY_CLIENT_ID: 'app', ...env })
    expect(line).toMatch(/^SPOTIFY_REDIRECT_URI: /)
    expect([line.includes(word), more]).toEqual([true, []])
  })

  it('sends tokens in the open to this machine only', () => {
    for (const name of ['SPOTIFY_API_URL', 'SPOTIFY_ACCOUNTS_URL', 'SOUNDNET_URL'])
      for (const url of ['http://spotify.example', 'http://localhost:1', 'ftp://127.0.0.1', 'x'])
        expect(faults({ [name]: url })[0]).toMatch(new RegExp(`^${name}: `))
    expect(faults({ SPOTIFY_API_URL: 'http://127.0.0.1:9/v1/' })).toEqual([])
  })

  it('means nothing by halves', () => {
    expect(faults({ SPOTIFY_CLIENT_SECRET: 'hush' })[0]).toMatch(
      /^SPOTIFY_CLIENT_SECRET: .*SPOTIFY_CLIENT_ID/,
    )
  })
})

it('SoundNet is asked with a key', () => {
  expect(read({ SOUNDNET_KEY: 'k', SOUNDNET_URL: 'http://127.0.0.1:9/' }).soundnet).toMatchObject({
    key: 'k',
    url: 'http://127.0.0.1:9',
  })
})
