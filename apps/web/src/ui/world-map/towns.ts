import type * as maplibre from 'maplibre-gl'
import { townsIn } from '@/lib/map-data'

/** Farther away than this the land says enough, and names would cover it. */
const NEAR_ENOUGH = 3.5

export const townSource: maplibre.SourceSpecification = {
  type: 'geojson',
  data: { type: 'FeatureCollection', features: [] },
}

// Names are drawn by the engine itself, from the page's own fonts: no style sheet of glyphs is fetched, and no HTML made.
export const townLayers = (word: string, ground: string): maplibre.LayerSpecification[] => [
  {
    id: 'towns',
    type: 'symbol',
    source: 'towns',
    minzoom: NEAR_ENOUGH,
    layout: {
      'text-field': ['get', 'name'],
      'text-font': ['Inter', 'sans-serif'],
      'text-size': ['interpolate', ['linear'], ['ln', ['max', 1000, ['get', 'population']]], 8, 11, 15, 14],
      // clear of a marker that stands on the town
      'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
      'text-radial-offset': 0.8,
      'text-padding': 6,
      'symbol-sort-key': ['-', 0, ['get', 'population']],
    },
    paint: { 'text-color': word, 'text-halo-color': ground, 'text-halo-width': 1.5 },
  },
  {
    id: 'town-dots',
    type: 'circle',
    source: 'towns',
    minzoom: NEAR_ENOUGH + 2,
    paint: { 'circle-radius': 2, 'circle-color': word, 'circle-opacity': 0.7 },
  },
]

/** Keeps the towns of the part that is in sight on the map. */
export function followTowns(map: maplibre.Map): void {
  let shown = ''
  const follow = async () => {
    if (map.getZoom() < NEAR_ENOUGH) return
    const wanted = boxAround(map)
    if (wanted === shown) return
    shown = wanted
    const towns = await townsIn(wanted)
    // gone, or moved on meanwhile
    if (shown !== wanted || !map.style) return
    map.getSource<maplibre.GeoJSONSource>('towns')?.setData({
      type: 'FeatureCollection',
      features: towns.map(({ name, population, point }) => ({
        type: 'Feature',
        properties: { name, population },
        geometry: { type: 'Point', coordinates: point.coordinates },
      })),
    })
  }
  map.on('moveend', () => void follow())
  map.once('load', () => void follow())
}

/** What is in sight, widened to whole steps, so that a small move asks for nothing new. */
function boxAround(map: maplibre.Map): string {
  const bounds = map.getBounds()
  const width = bounds.getEast() - bounds.getWest()
  const step = 2 ** Math.ceil(Math.log2(Math.max(0.05, width / 2)))
  const down = (degrees: number, least: number) => Math.max(least, Math.floor(degrees / step) * step)
  const up = (degrees: number, most: number) => Math.min(most, Math.ceil(degrees / step) * step)
  return [
    down(bounds.getWest(), -180),
    down(bounds.getSouth(), -90),
    up(bounds.getEast(), 180),
    up(bounds.getNorth(), 90),
  ].join()
}
