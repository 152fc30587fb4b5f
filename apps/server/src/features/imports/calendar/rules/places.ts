import type { Gazetteer, KnownTown } from './known.ts'

/** Where something is, as a calendar writes it: what comes first, and the pieces behind it. */
export type Location = { first: string | null; rest: string[] }

/** The pieces behind the name of a place, told apart. */
export type Whereabouts = {
  address: string | null
  city: string | null
  state: string | null
  country: string | null
  time_zone: string | null
}

const MOST_PIECES = 10
const MOST_LETTERS = 1000

/** A location by its lines and commas; one that is an address of the web is no place. */
export function readLocation(location: string): Location {
  if (/^\s*\w+:\/\//.test(location)) return { first: null, rest: [] }
  const [first = null, ...rest] = location
    .slice(0, MOST_LETTERS)
    .normalize('NFC')
    .split(/[\n,;]/)
    .map((piece) => piece.replaceAll(/\s+/g, ' ').trim())
    .filter(Boolean)
    .slice(0, MOST_PIECES)
  return first !== null && isAddress(first) ? { first: null, rest: [first, ...rest] } : { first, rest }
}

/** A house number before or behind a name makes it the name of a street. */
const isAddress = (piece: string): boolean =>
  /^\d+[a-z]?\s+\p{L}/iu.test(piece) || /\p{L}{2,}[\p{L} .’'-]*\s\d{1,5}\s?[a-z]?$/iu.test(piece)

const POSTCODE_BEFORE = /^(?:[A-Z]{1,2}-)?\d{4,6}(?:\s?[A-Z]{2}(?=\s))?\s+/
const POSTCODE_BEHIND = /\s+(?:[A-Z]{1,2}\d[\dA-Z]?\s?\d[A-Z]{2}|\d{4,6}(?:-\d{3,4})?)$/
const withoutPostcode = (piece: string): string =>
  piece.replace(POSTCODE_BEFORE, '').replace(POSTCODE_BEHIND, '').trim()

/** States of federal countries, with a postcode or without. */
const STATE = /^([A-Z]{2,3})(?:\s+\d{4,5}(?:-\d{4})?)?$/

/** The names of towns that a location may hold, to be looked for. */
export const townsIn = ({ rest }: Location): string[] => rest.map(withoutPostcode).filter(Boolean)

/** Tells the pieces of a location apart, from its end: country, state, town, and what is left is the address. */
export function settleWhereabouts({ rest }: Location, gazetteer: Gazetteer): Whereabouts {
  const { towns } = gazetteer
  const pieces = [...rest]
  const country = takeCountry(pieces, gazetteer)
  const state = takeState(pieces, towns)
  const found = takeTown(pieces, country, towns)
  const [town] = found === null ? [] : inCountry(towns(found), country)
  return {
    address: pieces.join(', ') || null,
    city: found,
    state,
    country,
    time_zone: town?.time_zone ?? null,
  }
}

const inCountry = (towns: readonly KnownTown[], country: string | null) =>
  towns.filter((town) => country === null || town.country === country)

/** Two letters are a country only where the town before them lies in it: they may as well be a state. */
function takeCountry(pieces: string[], { towns, country }: Gazetteer): string | null {
  const [before, last] = [pieces.at(-2), pieces.at(-1)]
  if (last === undefined || /\d/.test(last)) return null
  const code = country(last)
  if (code === undefined) return null
  const isCode = last.length === 2 && last.toUpperCase() !== 'UK'
  if (isCode && before !== undefined && towns(withoutPostcode(before)).length > 0) {
    if (inCountry(towns(withoutPostcode(before)), code).length === 0) return null
  }
  pieces.pop()
  return code
}

function takeState(pieces: string[], towns: Gazetteer['towns']): string | null {
  const last = pieces.at(-1)
  const state = last === undefined || pieces.length < 2 ? undefined : STATE.exec(last)?.[1]
  if (last === undefined || state === undefined || towns(last).length > 0) return null
  pieces.pop()
  return state
}

/** The last piece that is a town, else the last one if it has no number. */
function takeTown(pieces: string[], country: string | null, towns: Gazetteer['towns']): string | null {
  const names = pieces.map(withoutPostcode)
  const known = names.findLastIndex((name) => inCountry(towns(name), country).length > 0)
  const at = known >= 0 ? known : /^\D+$/.test(names.at(-1) ?? '') ? names.length - 1 : -1
  const [name = null] = at < 0 ? [] : names.splice(at, 1)
  if (at >= 0) pieces.splice(at, 1)
  return name
}
