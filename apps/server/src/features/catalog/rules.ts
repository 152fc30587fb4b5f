/** Where something is, as people say it; coordinates come in pairs. */
export type Place = {
  name: string
  address: string | null
  city: string | null
  state: string | null
  country: string | null
  latitude: number | null
  longitude: number | null
}

/** What is known of a venue besides what it is called. */
export type VenueFacts = {
  address: string | null
  state: string | null
  latitude: number | null
  longitude: number | null
  time_zone: string
}

const facts = ['address', 'state', 'latitude', 'longitude'] as const

/** What can be told of a venue without it becoming another one. */
export type Correction = { [Fact in (typeof facts)[number]]?: VenueFacts[Fact] }

/** What a place knows of a venue that was not known yet. */
export function filledIn(venue: VenueFacts, place: Place): Correction {
  const missing = facts.filter((fact) => venue[fact] === null && place[fact] !== null)
  return Object.fromEntries(missing.map((fact) => [fact, place[fact]]))
}
