import type { LookupResult, Provider } from '@sharemyshows/contract/lookups'

type Asked = Exclude<Provider, 'catalogue'>

/** What those elsewhere are called, who may be asked. */
export const PROVIDER_NAMES: Record<Asked, string> = {
  setlistfm: 'setlist.fm',
  google: 'Google Maps',
  musicbrainz: 'MusicBrainz',
  nominatim: 'OpenStreetMap',
  photon: 'OpenStreetMap',
}

type Told = {
  provider: Provider
  result: LookupResult
  tried: readonly { provider: Provider; result: LookupResult }[]
}

/** What became of asking elsewhere, also where what this server knows itself was answered in the end. */
export function outcomeOf({ provider, result, tried }: Told): LookupResult {
  const asked = tried.filter((one) => one.provider !== 'catalogue').map((one) => one.result)
  if (provider !== 'catalogue') asked.push(result)
  return HOPEFUL.find((outcome) => asked.includes(outcome)) ?? result
}

/** Of several who were asked in vain the one tells the most of whom another try may have an answer. */
const HOPEFUL: readonly LookupResult[] = ['ok', 'unavailable', 'quota', 'empty', 'needs_key']

/** Why there is nothing to choose from, as a sentence; `empty` is said by who asks. */
export function sayOutcome(outcome: LookupResult, empty: string): string {
  if (outcome === 'unavailable') return 'There is no answer at the moment. Try again shortly.'
  if (outcome === 'quota') return 'This server may ask no more for now. Try again later.'
  if (outcome === 'needs_key')
    return 'Nobody is asked for this yet: whoever runs this server can set that up.'
  return empty
}
