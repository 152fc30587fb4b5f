import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { LookupResult, Provider } from '@sharemyshows/contract/lookups'
import type { Answer } from '../../platform/providers/answer.ts'

/** Somebody who was asked, and what became of it. */
export type Tried = { provider: Provider; result: LookupResult }

/** Asks a port; what is not set up has no key. */
export const askIf = <Port, T>(
  port: Port | null,
  question: (port: Port) => Promise<Answer<T>>,
): Promise<Answer<T>> => (port === null ? Promise.resolve({ result: 'needs_key' }) : question(port))

/** The reason that matters most to somebody who was told nothing: what may pass comes before what will not. */
const REASONS = ['unavailable', 'quota', 'empty', 'needs_key'] as const

/** What is told when nobody had anything: why not, and who was asked. */
export const nothingFrom = (tried: Tried[]) => ({
  provider: 'catalogue' as const,
  result: REASONS.find((reason) => tried.some(({ result }) => result === reason)) ?? 'empty',
  attribution: null,
  tried,
  items: [],
  next_page: null,
})

/** What somebody is told who wanted one thing written down that a provider has to vouch for. */
export function refusalOf(result: Exclude<LookupResult, 'ok' | 'empty'>): Refusal {
  if (result === 'needs_key') return refuse('provider_not_configured')
  return refuse(result === 'quota' ? 'provider_quota' : 'provider_unavailable')
}

const MUSICBRAINZ = 'https://musicbrainz.org'
export const pageOfArtist = (mbid: string) => `${MUSICBRAINZ}/artist/${mbid}`
export const pageOfGroup = (mbid: string) => `${MUSICBRAINZ}/release-group/${mbid}`

type Located = { latitude: number; longitude: number }

const SAME_PLACE_METRES = 300
const METRES_A_DEGREE = 111_195

/** True for two points so near that they are one place, as far as a venue goes. */
export function areNear(one: Located, other: Located): boolean {
  const north = one.latitude - other.latitude
  const apart = Math.abs(one.longitude - other.longitude)
  const east = Math.min(apart, 360 - apart) * Math.cos((one.latitude * Math.PI) / 180)
  return Math.hypot(north, east) * METRES_A_DEGREE <= SAME_PLACE_METRES
}

/** Those that are somewhere. */
export const placed = <Place extends { point: Located | null }>(places: readonly Place[]) =>
  places.flatMap((place) => (place.point === null ? [] : [{ ...place, point: place.point }]))
