/** Where something is, as far as anybody knows; `country` is a name or an ISO 3166 code of two letters. */
export type Place = {
  name?: string | null | undefined
  city?: string | null | undefined
  state?: string | null | undefined
  country?: string | null | undefined
}

const STATES_MATTER = new Set(['US', 'CA', 'AU', 'BR'])

/** "Amsterdam, Netherlands" or "Austin, Texas"; the state stands for the country where people say it so. */
export function sayCity({ city, state, country }: Place): string {
  const code = country?.toUpperCase() ?? ''
  const region = state && (STATES_MATTER.has(code) || !country) ? state : country && sayCountry(country)
  return joined([city, region])
}

/** "Paradiso, Amsterdam", the short form for a list. */
export function sayVenue({ name, city }: Place): string {
  return joined([name, city])
}

/** The country's English name for a code of two letters; any other text comes back as it is. */
export function sayCountry(country: string): string {
  if (!/^[a-z]{2}$/i.test(country)) return country
  return new Intl.DisplayNames('en', { type: 'region' }).of(country.toUpperCase()) ?? country
}

function joined(parts: (string | null | undefined)[]): string {
  return [...new Set(parts.filter((part) => part))].join(', ')
}
