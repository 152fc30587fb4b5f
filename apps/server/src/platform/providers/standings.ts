import type { Config } from '../config/config.ts'
import type { Db } from '../db/connect.ts'
import { readStandings, type Standing } from './turns.ts'

export type ProviderSettings = Pick<Config, 'lookups' | 'spotify' | 'soundnet'>

export type ProviderName =
  | 'setlistfm'
  | 'google'
  | 'musicbrainz'
  | 'nominatim'
  | 'photon'
  | 'spotify'
  | 'soundnet'

export type ProviderStanding = Standing & {
  name: ProviderName
  title: string
  configured: boolean
  /** The setting that it is set up by. */
  setting: string
  /** Whether its last answer was one; null while nobody has asked it yet. */
  reachable: boolean | null
  /** Null where nobody counts them. */
  most_a_day: number | null
}

type Known = { name: ProviderName; title: string; setting: string; configured: boolean; aDay: number | null }

/** All providers that there may be, and how each is set up. */
const known = ({ lookups, spotify, soundnet }: ProviderSettings): Known[] => [
  {
    name: 'setlistfm',
    title: 'setlist.fm',
    setting: 'SETLISTFM_KEY',
    configured: lookups.setlistfm !== null,
    aDay: lookups.setlistfm?.aDay ?? null,
  },
  {
    name: 'google',
    title: 'Google Places',
    setting: 'GOOGLE_PLACES_KEY',
    configured: lookups.google !== null,
    aDay: lookups.google?.aDay ?? null,
  },
  {
    name: 'musicbrainz',
    title: 'MusicBrainz',
    setting: 'LOOKUPS',
    configured: lookups.musicbrainz !== null,
    aDay: null,
  },
  {
    name: 'nominatim',
    title: 'Nominatim',
    setting: 'LOOKUPS',
    configured: lookups.nominatim !== null,
    aDay: null,
  },
  { name: 'photon', title: 'Photon', setting: 'LOOKUPS', configured: lookups.photon !== null, aDay: null },
  {
    name: 'spotify',
    title: 'Spotify',
    setting: 'SPOTIFY_CLIENT_ID',
    configured: spotify !== null,
    aDay: null,
  },
  {
    name: 'soundnet',
    title: 'SoundNet',
    setting: 'SOUNDNET_KEY',
    configured: soundnet !== null,
    aDay: soundnet?.aDay ?? null,
  },
]

/** True where its last answer was one; null where it was never asked. Times are of one form, so that they compare as texts. */
const reached = (answered: string | null, failed: string | null): boolean | null =>
  answered === null && failed === null ? null : failed === null || (answered ?? '') > failed

/** How things stand with each provider. */
export async function standingsOf(db: Db, settings: ProviderSettings): Promise<ProviderStanding[]> {
  const noted = await readStandings(db)
  return known(settings).map(({ name, title, setting, configured, aDay }) => {
    const { asked_today, answered_at, failed_at, last_error } = noted.get(name) ?? {
      asked_today: 0,
      answered_at: null,
      failed_at: null,
      last_error: null,
    }
    const reachable = reached(answered_at, failed_at)
    const standing = { name, title, configured, setting, reachable, asked_today, most_a_day: aDay }
    return { ...standing, answered_at, failed_at, last_error }
  })
}
