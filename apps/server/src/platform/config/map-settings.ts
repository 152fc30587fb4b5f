import { z } from 'zod'
import { optional } from './values.ts'

/** Where map tiles come from, and whom to thank for them. */
export type MapTiles = { url: string; attribution: string }

const PLACES = ['{z}', '{x}', '{y}']

/** Not URL alone: a browser would take a host made of the places. */
const isTemplate = (text: string) => {
  const bare = text.replaceAll(/\{[zxy]\}/g, '0')
  return (
    PLACES.every((place) => text.includes(place)) &&
    !/[\s{}<>"'`\\]/.test(bare) &&
    URL.canParse(bare) &&
    /^https?:\/\/[^{}/]+\//.test(text)
  )
}

export const mapEnvironment = {
  MAP_TILES_URL: optional(
    z.string().refine(isTemplate, 'must be like https://tiles.example.org/{z}/{x}/{y}.png'),
  ),
  MAP_ATTRIBUTION: optional(z.string().max(300, 'must have at most 300 characters')),
}

type MapVariables = { MAP_TILES_URL?: string | undefined; MAP_ATTRIBUTION?: string | undefined }

/** The tiles, or null for maps drawn from our own files; says what is missing among the faults. */
export function mapTilesOf(
  { MAP_TILES_URL: url, MAP_ATTRIBUTION: attribution }: MapVariables,
  faults: string[],
): MapTiles | null {
  if (url === undefined) return null
  if (attribution === undefined) {
    faults.push('MAP_ATTRIBUTION: missing; whoever makes the tiles of MAP_TILES_URL asks to be named')
    return null
  }
  return { url, attribution }
}

/** The origin that browsers fetch tiles from. */
export const originOfTiles = (tiles: MapTiles): string =>
  new URL(tiles.url.replaceAll(/\{[zxy]\}/g, '0')).origin
