import { z } from 'zod'
import { address } from './provider-settings.ts'
import { optional, withDefault } from './values.ts'

export type LookupSettings = {
  setlistfm: {
    key: string
    url: string
    aDay: number
    aSecond: number
    /** Whether people may import what they attended. */
    attended: boolean
  } | null
  google: { key: string; url: string; aDay: number } | null
  musicbrainz: { url: string; coverArtUrl: string } | null
  nominatim: { url: string } | null
  photon: { url: string } | null
  /** Questions a second to each of those without a key. */
  keylessASecond: number
  /** Who may be written to when something is wrong with our questions; null where nobody is named. */
  contact: string | null
}

const KEYLESS = ['musicbrainz', 'nominatim', 'photon'] as const
type Keyless = (typeof KEYLESS)[number]

/** Those that belong to everybody, each with the questions a second that they bear. */
const PUBLIC = {
  MUSICBRAINZ_URL: 'https://musicbrainz.org',
  COVER_ART_URL: 'https://coverartarchive.org',
  NOMINATIM_URL: 'https://nominatim.openstreetmap.org',
  PHOTON_URL: 'https://photon.komoot.io',
} as const

const key = optional(z.string().regex(/^[\x21-\x7e]{1,200}$/, 'must be without spaces'))
const aDay = z.coerce.number().int().min(1).max(1_000_000)
const aSecond = z.coerce.number().int().min(1).max(1000)
const words = (list: string) =>
  list
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean)
const isKeyless = (word: string): word is Keyless => (KEYLESS as readonly string[]).includes(word)

export const lookupEnvironment = {
  SETLISTFM_KEY: key,
  SETLISTFM_URL: withDefault(address, 'https://api.setlist.fm/rest'),
  SETLISTFM_A_DAY: withDefault(aDay, 1440),
  SETLISTFM_A_SECOND: withDefault(aSecond, 2),
  SETLISTFM_IMPORT: withDefault(z.enum(['on', 'off']), 'off'),
  GOOGLE_PLACES_KEY: key,
  GOOGLE_PLACES_URL: withDefault(address, 'https://places.googleapis.com'),
  // each costs money
  GOOGLE_PLACES_A_DAY: withDefault(aDay, 200),
  LOOKUPS: withDefault(
    z
      .string()
      .transform(words)
      .refine((list) => list.every(isKeyless), `must be a comma list of ${KEYLESS.join(', ')}`)
      .transform((list) => list.filter(isKeyless)),
    '',
  ),
  LOOKUPS_A_SECOND: withDefault(aSecond, 1),
  PROVIDER_CONTACT: optional(
    z
      .string()
      .regex(
        /^(?=[\x21-\x7e]{1,200}$)(?:[^()@]+@[^()@]+|https?:\/\/[^()]+)$/,
        'must be a mail address or the address of a page, in plain letters',
      ),
  ),
  MUSICBRAINZ_URL: withDefault(address, PUBLIC.MUSICBRAINZ_URL),
  COVER_ART_URL: withDefault(address, PUBLIC.COVER_ART_URL),
  NOMINATIM_URL: withDefault(address, PUBLIC.NOMINATIM_URL),
  PHOTON_URL: withDefault(address, PUBLIC.PHOTON_URL),
}

const Settings = z.object(lookupEnvironment)
type Given = z.output<typeof Settings>

/** Who may be asked; says among the faults what does not go together. */
export function lookupsOf(given: Given, faults: string[]): LookupSettings {
  const asked = new Set<Keyless>(given.LOOKUPS)
  const contact = given.PROVIDER_CONTACT ?? null
  if (contact === null && (asked.has('musicbrainz') || asked.has('nominatim')))
    faults.push(
      'PROVIDER_CONTACT: musicbrainz and nominatim want to know whom to write to: a mail address, or a page that says so',
    )
  if (given.LOOKUPS_A_SECOND > 1) for (const name of asked) faults.push(...faultOfPace(given, name))
  if (given.SETLISTFM_IMPORT === 'on' && given.SETLISTFM_KEY === undefined)
    faults.push('SETLISTFM_IMPORT: means nothing without SETLISTFM_KEY')
  return {
    setlistfm: given.SETLISTFM_KEY === undefined ? null : setlistfmOf(given, given.SETLISTFM_KEY),
    google:
      given.GOOGLE_PLACES_KEY === undefined
        ? null
        : { key: given.GOOGLE_PLACES_KEY, url: given.GOOGLE_PLACES_URL, aDay: given.GOOGLE_PLACES_A_DAY },
    musicbrainz: asked.has('musicbrainz')
      ? { url: given.MUSICBRAINZ_URL, coverArtUrl: given.COVER_ART_URL }
      : null,
    nominatim: asked.has('nominatim') ? { url: given.NOMINATIM_URL } : null,
    photon: asked.has('photon') ? { url: given.PHOTON_URL } : null,
    keylessASecond: given.LOOKUPS_A_SECOND,
    contact,
  }
}

const setlistfmOf = (given: Given, secret: string): NonNullable<LookupSettings['setlistfm']> => ({
  key: secret,
  url: given.SETLISTFM_URL,
  aDay: given.SETLISTFM_A_DAY,
  aSecond: given.SETLISTFM_A_SECOND,
  attended: given.SETLISTFM_IMPORT === 'on',
})

/** Servers that belong to everybody take one a second of us; more is for one of the operator's own. */
function faultOfPace(given: Given, name: Keyless): string[] {
  const address = `${name.toUpperCase()}_URL` as 'MUSICBRAINZ_URL' | 'NOMINATIM_URL' | 'PHOTON_URL'
  return given[address] === PUBLIC[address]
    ? [`LOOKUPS_A_SECOND: more than 1 is for servers of your own, and ${address} is everybody’s`]
    : []
}
