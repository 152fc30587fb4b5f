import 'maplibre-gl/dist/maplibre-gl.css'
import './world-map.css'
import * as maplibre from 'maplibre-gl/dist/maplibre-gl-csp.js'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-csp-worker.js?url'
import { type MapTiles, mapTiles } from '@/lib/map-data'
import { loadCountries } from './geography'
import { followTowns, townLayers, townSource } from './towns'

// The build with a worker file of our own origin: the content security policy needs no blob for it.
maplibre.setWorkerUrl(workerUrl)

type Land = {
  container: HTMLElement
  /** Names the map for those who do not see it. */
  label: string
  /** The closest zoom. */
  closest: number
  /** What lies on the land. */
  sources: Record<string, maplibre.SourceSpecification>
  layers: maplibre.LayerSpecification[]
}

/** As close as tiles go. */
const STREETS = 18

/**
 * Makes a map of the countries of the world and their towns, drawn from our own files, or of the tiles that this server
 * names; rejects where it cannot be drawn.
 */
export async function createLandMap({ container, label, closest, ...on }: Land): Promise<maplibre.Map> {
  const [countries, tiles] = await Promise.all([loadCountries('fine'), mapTiles()])
  const { water, land, border, word } = coloursOf(container)
  const map = new maplibre.Map({
    container,
    style: {
      version: 8,
      sources: {
        countries: { type: 'geojson', data: countries, maxzoom: 8 },
        ...groundOf(tiles),
        ...on.sources,
      },
      layers: [
        { id: 'water', type: 'background', paint: { 'background-color': water } },
        { id: 'land', type: 'fill', source: 'countries', paint: { 'fill-color': land } },
        {
          id: 'borders',
          type: 'line',
          source: 'countries',
          paint: { 'line-color': border, 'line-width': 0.75 },
        },
        ...(tiles ? [tileLayer] : townLayers(word, land)),
        ...on.layers,
      ],
    },
    attributionControl: false,
    cooperativeGestures: true,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    renderWorldCopies: false,
    maxZoom: tiles ? STREETS : closest,
    minZoom: 0,
    fadeDuration: 0,
    locale: { 'Map.Title': label },
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  if (tiles === null) followTowns(map)
  container.append(thanksTo(tiles))
  map.once('load', () => shade(map, container))
  return map
}

const groundOf = (tiles: MapTiles | null): Record<string, maplibre.SourceSpecification> =>
  tiles
    ? { tiles: { type: 'raster', tiles: [tiles.url], tileSize: 256, maxzoom: STREETS } }
    : { towns: townSource }

const tileLayer: maplibre.LayerSpecification = { id: 'tiles', type: 'raster', source: 'tiles' }

/** Whom the map is owed to; as text, whatever an operator writes. */
function thanksTo(tiles: MapTiles | null): HTMLElement {
  const thanks = document.createElement('p')
  thanks.className = 'map-thanks'
  thanks.textContent = tiles?.attribution ?? 'Natural Earth, GeoNames'
  return thanks
}

/** Tiles are drawn for daylight: where the lights are down, so are theirs. */
function shade(map: maplibre.Map, container: HTMLElement): void {
  if (!map.getLayer('tiles')) return
  const dark = getComputedStyle(container).colorScheme.includes('dark')
  map.setPaintProperty('tiles', 'raster-brightness-max', dark ? 0.65 : 1)
  map.setPaintProperty('tiles', 'raster-saturation', dark ? -0.4 : 0)
}

/** Draws the land in the colours of the theme as it is now. */
export function paintLand(map: maplibre.Map, container: HTMLElement): void {
  const { water, land, border, word } = coloursOf(container)
  map.setPaintProperty('water', 'background-color', water)
  map.setPaintProperty('land', 'fill-color', land)
  map.setPaintProperty('borders', 'line-color', border)
  shade(map, container)
  if (!map.getLayer('towns')) return
  map.setPaintProperty('towns', 'text-color', word)
  map.setPaintProperty('towns', 'text-halo-color', land)
  map.setPaintProperty('town-dots', 'circle-color', word)
}

/** A colour of the theme as the browser computes it from the tokens in world-map.css. */
export const colourOf = (element: HTMLElement, token: string): string =>
  getComputedStyle(element).getPropertyValue(token).trim()

const coloursOf = (element: HTMLElement) => ({
  water: colourOf(element, '--map-water'),
  land: colourOf(element, '--map-land'),
  border: colourOf(element, '--map-border'),
  word: colourOf(element, '--map-word'),
})
