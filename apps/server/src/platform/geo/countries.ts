import { countries, type TCountryCode } from 'countries-list'
import alpha3 from 'countries-list/minimal/countries.3to2.min.json' with { type: 'json' }

/** What people write instead of a country's name or code, as `fold` leaves it. */
const colloquial: Record<string, TCountryCode> = {
  uk: 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'northern ireland': 'GB',
  america: 'US',
}

/** Without accents, dots, case and article; curly apostrophes straightened. */
const fold = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/[\p{M}.]/gu, '')
    .replaceAll('’', "'")
    .toLowerCase()
    .trim()
    .replace(/^the /, '')

let codes: Map<string, string> | undefined

/** Codes by everything a country is called: codes of two and three letters, names in English, native, former. */
function codesByName(): Map<string, string> {
  if (codes !== undefined) return codes
  const named = Object.entries(countries).flatMap(([code, { name, native, alias = [] }]) =>
    [code, name, native, ...alias].map((called) => [fold(called), code] as const),
  )
  const three = Object.entries(alpha3).map(([long, code]) => [fold(long), code] as const)
  codes = new Map([...named, ...three, ...Object.entries(colloquial)])
  return codes
}

/** ISO 3166-1 alpha-2 code of a country written as code or name; undefined when nobody calls one so. */
export const countryNamed = (text: string): string | undefined => codesByName().get(fold(text))

/** The same; what nobody knows stays as it was written. */
export const countryCode = (text: string): string => countryNamed(text) ?? text

/** English name of a country by its code; the code itself when nobody knows it. */
export const countryName = (code: string): string => countries[code as TCountryCode]?.name ?? code
