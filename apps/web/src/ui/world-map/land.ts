import 'maplibre-gl/dist/maplibre-gl.css'
import './world-map.css'
import * as maplibre from 'maplibre-gl/dist/maplibre-gl-csp.js'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-csp-worker.js?url'
import { loadCountries } from './geography'

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

/** Makes a map of the countries of the world, drawn from our own files; rejects where it cannot be drawn. */
export async function createLandMap({ container, label, closest, ...on }: Land): Promise<maplibre.Map> {
  const countries = await loadCountries('fine')
  const { water, land, border } = coloursOf(container)
  const map = new maplibre.Map({
    container,
    style: {
      version: 8,
      sources: { countries: { type: 'geojson', data: countries, maxzoom: 8 }, ...on.sources },
      layers: [
        { id: 'water', type: 'background', paint: { 'background-color': water } },
        { id: 'land', type: 'fill', source: 'countries', paint: { 'fill-color': land } },
        {
          id: 'borders',
          type: 'line',
          source: 'countries',
          paint: { 'line-color': border, 'line-width': 0.75 },
        },
        ...on.layers,
      ],
    },
    attributionControl: false,
    cooperativeGestures: true,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    renderWorldCopies: false,
    maxZoom: closest,
    minZoom: 0,
    fadeDuration: 0,
    locale: { 'Map.Title': label },
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  return map
}

/** Draws the land in the colours of the theme as it is now. */
export function paintLand(map: maplibre.Map, container: HTMLElement): void {
  const { water, land, border } = coloursOf(container)
  map.setPaintProperty('water', 'background-color', water)
  map.setPaintProperty('land', 'fill-color', land)
  map.setPaintProperty('borders', 'line-color', border)
}

/** A colour of the theme as the browser computes it from the tokens in world-map.css. */
export const colourOf = (element: HTMLElement, token: string): string =>
  getComputedStyle(element).getPropertyValue(token).trim()

const coloursOf = (element: HTMLElement) => ({
  water: colourOf(element, '--map-water'),
  land: colourOf(element, '--map-land'),
  border: colourOf(element, '--map-border'),
})
