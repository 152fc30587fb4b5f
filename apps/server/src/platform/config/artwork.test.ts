import { expect, it } from 'vitest'
import { artworkOriginsOf } from './artwork.ts'
import { readConfig } from './config.ts'

const originsWith = (env: Record<string, string>) =>
  artworkOriginsOf(readConfig({ SESSION_SECRET: 'x'.repeat(32), ...env }))

it('browsers fetch pictures from those alone that are set up', () => {
  expect(originsWith({})).toEqual([])
  expect(originsWith({ SPOTIFY_CLIENT_ID: 'an-app' })).toEqual(['https://i.scdn.co'])
  const contact = { PROVIDER_CONTACT: 'ana@example.org' }
  expect(originsWith({ ...contact, LOOKUPS: 'nominatim' })).toEqual([])
  const archive = ['https://archive.org', 'https://*.us.archive.org', 'https://*.ca.archive.org']
  expect(originsWith({ ...contact, LOOKUPS: 'musicbrainz' })).toEqual([
    'https://coverartarchive.org',
    ...archive,
  ])
  const mirror = { COVER_ART_URL: 'https://covers.example.org/mirror' }
  expect(originsWith({ ...contact, ...mirror, LOOKUPS: 'musicbrainz' })).toEqual([
    'https://covers.example.org',
    ...archive,
  ])
})
