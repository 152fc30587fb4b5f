import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const read = (env: Record<string, string>) => readConfig({ SESSION_SECRET: 'unused', ...env }).lookups

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
const contact = { PROVIDER_CONTACT: 'ops@shows.example.org' }

describe('lookups', () => {
  it('ask nobody by default', () => {
    expect(read({})).toEqual({
      ...{ setlistfm: null, google: null, musicbrainz: null, nominatim: null, photon: null },
      ...{ keylessASecond: 1, contact: null },
    })
  })

  it('ask by a key, within what it is good for', () => {
    const { setlistfm, google } = read({
      SETLISTFM_KEY: 'k',
      GOOGLE_PLACES_KEY: 'g',
      GOOGLE_PLACES_A_DAY: '9',
    })
    expect(setlistfm).toEqual({
      ...{ key: 'k', url: 'https://api.setlist.fm/rest', aDay: 1440, aSecond: 2, attended: false },
    })
    expect(google).toEqual({ key: 'g', url: 'https://places.googleapis.com', aDay: 9 })
    expect(read({ SETLISTFM_KEY: 'k', SETLISTFM_IMPORT: 'on' }).setlistfm?.attended).toBe(true)
  })

  it('ask those without a key that are named', () => {
    const { musicbrainz, nominatim, photon } = read({ ...contact, LOOKUPS: ' photon, musicbrainz ,' })
    expect([musicbrainz?.coverArtUrl, nominatim, photon]).toEqual([
      'https://coverartarchive.org',
      null,
      { url: 'https://photon.komoot.io' },
    ])
  })

  it.each<[string, Record<string, string>, RegExp]>([
    ['a name that nobody has', { LOOKUPS: 'photon,deezer' }, /^LOOKUPS: .*musicbrainz, nominatim, photon/],
    ['nobody to write to', { LOOKUPS: 'nominatim' }, /^PROVIDER_CONTACT: /],
    ['no such address', { PROVIDER_CONTACT: 'ops at example' }, /^PROVIDER_CONTACT: must be/],
    ['one that breaks a header', { PROVIDER_CONTACT: 'ops@x.example\r\nx: y' }, /^PROVIDER_CONTACT: must be/],
    [
      'haste at what is everybody’s',
      { ...contact, LOOKUPS: 'nominatim', LOOKUPS_A_SECOND: '9' },
      /NOMINATIM_URL/,
    ],
    ['an import without a key', { SETLISTFM_IMPORT: 'on' }, /^SETLISTFM_IMPORT: .*SETLISTFM_KEY/],
    ['a key with spaces', { GOOGLE_PLACES_KEY: 'a b' }, /^GOOGLE_PLACES_KEY: /],
    ['a key that breaks a header', { SETLISTFM_KEY: 'a\nb' }, /^SETLISTFM_KEY: /],
    ['no questions at all', { SETLISTFM_A_DAY: '0' }, /^SETLISTFM_A_DAY: /],
  ])('the start refuses %s', (_name, env, line) => {
    const [first = '', ...more] = faults(env)
    expect(first).toMatch(line)
    expect(more).toEqual([])
  })

  it('go without asking for much to a server of one’s own', () => {
    const own = { NOMINATIM_URL: 'https://maps.example.org/', LOOKUPS: 'nominatim', LOOKUPS_A_SECOND: '50' }
    expect(read({ ...contact, ...own })).toMatchObject({
      keylessASecond: 50,
      nominatim: { url: 'https://maps.example.org' },
    })
  })

  it('36: go by https, or to this machine', () => {
    for (const name of ['SETLISTFM', 'GOOGLE_PLACES', 'MUSICBRAINZ', 'COVER_ART', 'NOMINATIM', 'PHOTON'])
      for (const url of [
        'http://maps.example',
        'http://169.254.169.254',
        'http://localhost:1',
        'file:///etc',
      ])
        expect(faults({ [`${name}_URL`]: url })[0]).toMatch(new RegExp(`^${name}_URL: `))
    expect(faults({ PHOTON_URL: 'http://127.0.0.1:9/photon/' })).toEqual([])
  })
})
