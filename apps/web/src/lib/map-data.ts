import { api, unwrap } from './api'

/** Where pictures of a map come from, `{z}`, `{x}`, `{y}` within the address, and whom to name for them. */
export type MapTiles = { url: string; attribution: string }

type MapTown = { id: number; name: string; population: number; point: { coordinates: number[] } }

let tiles: Promise<MapTiles | null> | undefined

/** The tiles this server names, or null when maps are drawn from our own files; asked for once. */
export function mapTiles(): Promise<MapTiles | null> {
  tiles ??= unwrap(api.GET('/api/v1/instance', {})).then(
    ({ map }) => map,
    () => {
      // the map is drawn without, and the next one asks again
      tiles = undefined
      return null
    },
  )
  return tiles
}

const towns = new Map<string, Promise<MapTown[]>>()
const MOST_KEPT = 50

/** The largest towns of a part of the map, `west,south,east,north`; what was asked before is kept. */
export function townsIn(bbox: string): Promise<MapTown[]> {
  const known = towns.get(bbox)
  if (known) return known
  const asked = unwrap(api.GET('/api/v1/cities/map', { params: { query: { bbox } } })).then(
    ({ items }) => items,
    () => {
      // a map without names is still one
      towns.delete(bbox)
      return []
    },
  )
  if (towns.size >= MOST_KEPT) towns.clear()
  towns.set(bbox, asked)
  return asked
}
