import * as maplibre from 'maplibre-gl/dist/maplibre-gl-csp.js'
import { type MapPoint, radiusOf } from './map-point'

type Deps = {
  map: maplibre.Map
  /** What several points at one spot are called, "places". */
  many: string
  onChoose: (feature: maplibre.GeoJSONFeature, at: [number, number]) => void
  /** A point is under the pointer or has the focus; null when it no longer is. */
  onLight: (id: string | null) => void
}

/** The source of points that clusters them, and the layer that has it loaded; what one sees are the markers. */
export const pointLayers = (): {
  sources: Record<string, maplibre.SourceSpecification>
  layers: maplibre.LayerSpecification[]
} => ({
  sources: {
    points: {
      type: 'geojson',
      data: featuresOf([]),
      cluster: true,
      clusterRadius: 44,
      // to the end: what lies at one spot must never hide one below the other
      maxzoom: 23,
      clusterMaxZoom: 22,
      clusterProperties: { weight: ['+', ['get', 'weight']] },
    },
  },
  layers: [
    { id: 'points', type: 'circle', source: 'points', paint: { 'circle-radius': 0, 'circle-opacity': 0 } },
  ],
})

export const featuresOf = (points: readonly MapPoint[]): GeoJSON.FeatureCollection => ({
  type: 'FeatureCollection',
  features: points.map(({ id, label, weight, longitude, latitude }) => ({
    type: 'Feature',
    properties: { id, label, weight },
    geometry: { type: 'Point', coordinates: [longitude, latitude] },
  })),
})

/** Keeps a button on the map for each point and cluster that is in sight. */
export function createMarkers({ map, many, onChoose, onLight }: Deps) {
  const markers = new Map<string, maplibre.Marker>()
  let lit: MapPoint | undefined

  /** The marker that stands for a point is the one nearest to it: its own, or its cluster's. */
  const light = () => {
    const distance = (marker: maplibre.Marker) =>
      lit ? map.project(marker.getLngLat()).dist(map.project([lit.longitude, lit.latitude])) : 0
    const nearest = lit && [...markers.values()].toSorted((one, other) => distance(one) - distance(other))[0]
    for (const marker of markers.values()) {
      marker.getElement().toggleAttribute('data-lit', marker === nearest)
    }
  }

  const place = () => {
    if (!map.getSource('points') || !map.isSourceLoaded('points')) return
    const seen = new Set<string>()
    let changed = false
    for (const feature of map.querySourceFeatures('points')) {
      const { cluster_id, id } = feature.properties
      const key = cluster_id === undefined ? `point ${id}` : `cluster ${cluster_id}`
      if (seen.has(key) || feature.geometry.type !== 'Point') continue
      seen.add(key)
      if (markers.has(key)) continue
      changed = true
      const at = feature.geometry.coordinates as [number, number]
      const element = buttonOf(feature.properties, many)
      element.addEventListener('click', (event) => {
        event.stopPropagation()
        onChoose(feature, at)
      })
      if (id !== undefined) lightBy(element, id, onLight)
      markers.set(key, new maplibre.Marker({ element }).setLngLat(at).addTo(map))
    }
    for (const [key, marker] of markers) {
      if (seen.has(key)) continue
      changed = true
      marker.remove()
      markers.delete(key)
    }
    if (changed) light()
  }
  map.on('render', place)

  return {
    clear() {
      for (const marker of markers.values()) marker.remove()
      markers.clear()
    },
    light(point: MapPoint | undefined) {
      lit = point
      light()
    },
  }
}

function lightBy(element: HTMLElement, id: string, onLight: Deps['onLight']) {
  for (const event of ['mouseenter', 'focus']) element.addEventListener(event, () => onLight(id))
  for (const event of ['mouseleave', 'blur']) element.addEventListener(event, () => onLight(null))
}

function buttonOf(properties: Record<string, unknown>, many: string): HTMLElement {
  const { label, weight, point_count } = properties as {
    label?: string
    weight: number
    point_count?: number
  }
  const element = document.createElement('button')
  element.type = 'button'
  element.className = 'map-marker'
  element.style.setProperty('--radius', `${radiusOf(weight)}px`)
  element.setAttribute('aria-label', label ?? `${point_count} ${many}`)
  element.title = label ?? ''
  if (point_count !== undefined) {
    element.dataset.cluster = ''
    element.textContent = String(point_count)
  }
  return element
}
