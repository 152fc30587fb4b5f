import * as maplibre from 'maplibre-gl/dist/maplibre-gl-csp.js'
import { boxOf } from './geography'
import { createLandMap, paintLand } from './land'
import { type MapPoint, radiusOf } from './map-point'

/** Land is drawn from outlines alone; closer than this there is nothing more to see. */
const CLOSEST = 11
/** A single place is shown with enough land around it to tell where it is: no closer than this at first. */
const NEAR_ENOUGH = 4.5
const PADDING = 48

export type WorldMapHandle = {
  show: (points: readonly MapPoint[]) => void
  /** Opens what is there; closes it with null. `content` is a node of the caller's. */
  open: (at: readonly [longitude: number, latitude: number] | null, content?: HTMLElement) => void
  paint: () => void
  zoom: (by: 1 | -1) => void
  fit: () => void
  remove: () => void
}

type Chosen = { points: MapPoint[]; at: [number, number] }
type Options = {
  container: HTMLElement
  /** Names the map for those who do not see it. */
  label: string
  calm: boolean
  onChoose: (chosen: Chosen) => void
  onClose: () => void
}

/** Makes a map with markers that are buttons; rejects where it cannot be drawn. */
export async function createWorldMap({
  container,
  label,
  calm,
  onChoose,
  onClose,
}: Options): Promise<WorldMapHandle> {
  const map = await createLandMap({ container, label, closest: CLOSEST, ...pointsLayer() })
  const motion = { animate: !calm, duration: 300 }
  let shown: readonly MapPoint[] = []
  const markers = new Map<string, maplibre.Marker>()
  const popup = new maplibre.Popup({
    closeButton: false,
    maxWidth: '280px',
    offset: 14,
    focusAfterOpen: false,
  })
  popup.on('close', onClose)

  const choose = async (feature: maplibre.GeoJSONFeature, at: [number, number]) => {
    if (!feature.properties.cluster) {
      return onChoose({ points: shown.filter(({ id }) => id === feature.properties.id), at })
    }
    const source = map.getSource<maplibre.GeoJSONSource>('points')
    const cluster = feature.properties.cluster_id
    const closer = (await source?.getClusterExpansionZoom(cluster)) ?? 0
    if (closer <= CLOSEST) return map.easeTo({ center: at, zoom: closer + 0.2, ...motion })
    const leaves = (await source?.getClusterLeaves(cluster, 100, 0)) ?? []
    const ids = new Set(leaves.map(({ properties }) => properties?.id))
    onChoose({ points: shown.filter(({ id }) => ids.has(id)), at })
  }

  const placeMarkers = () => {
    if (!map.getSource('points') || !map.isSourceLoaded('points')) return
    const seen = new Set<string>()
    for (const feature of map.querySourceFeatures('points')) {
      const { cluster_id, id } = feature.properties
      const key = cluster_id === undefined ? `point ${id}` : `cluster ${cluster_id}`
      if (seen.has(key) || feature.geometry.type !== 'Point') continue
      seen.add(key)
      if (markers.has(key)) continue
      const at = feature.geometry.coordinates as [number, number]
      const element = markerOf(feature.properties, () => void choose(feature, at))
      markers.set(key, new maplibre.Marker({ element }).setLngLat(at).addTo(map))
    }
    for (const [key, marker] of markers) {
      if (seen.has(key)) continue
      marker.remove()
      markers.delete(key)
    }
  }
  map.on('render', placeMarkers)

  const fit = (animate: boolean) => {
    const [west, south, east, north] = boxOf(shown, 0.4)
    map.fitBounds([west, south, east, north], { padding: PADDING, maxZoom: NEAR_ENOUGH, ...motion, animate })
  }
  await map.once('load')
  return {
    show(points) {
      const first = shown.length === 0
      shown = points
      for (const marker of markers.values()) marker.remove()
      markers.clear()
      map.getSource<maplibre.GeoJSONSource>('points')?.setData(featuresOf(points))
      if (first) fit(false)
    },
    open(at, content) {
      if (at === null || content === undefined) return void popup.remove()
      const opener = document.activeElement
      popup.setLngLat([at[0], at[1]]).setDOMContent(content).addTo(map)
      content.onkeydown = ({ key }) => {
        if (key !== 'Escape') return
        popup.remove()
        if (opener instanceof HTMLElement) opener.focus()
      }
      // once the caller has filled it
      requestAnimationFrame(() => {
        content.querySelector('a')?.focus({ preventScroll: true })
        const hidden = hiddenBy(container.getBoundingClientRect(), content.getBoundingClientRect())
        map.panBy(hidden, motion)
      })
    },
    paint: () => paintLand(map, container),
    zoom: (by) => void map.easeTo({ zoom: map.getZoom() + by, ...motion }),
    fit: () => fit(!calm),
    remove: () => map.remove(),
  }
}

const ROOM = 12

/** How far the map has to move so that a box lies within its frame, with some room. */
function hiddenBy(frame: DOMRect, box: DOMRect): [x: number, y: number] {
  const x = Math.min(0, box.left - frame.left - ROOM) + Math.max(0, box.right - frame.right + ROOM)
  const y = Math.min(0, box.top - frame.top - ROOM) + Math.max(0, box.bottom - frame.bottom + ROOM)
  return [x, y]
}

const featuresOf = (points: readonly MapPoint[]): GeoJSON.FeatureCollection => ({
  type: 'FeatureCollection',
  features: points.map(({ id, label, weight, longitude, latitude }) => ({
    type: 'Feature',
    properties: { id, label, weight },
    geometry: { type: 'Point', coordinates: [longitude, latitude] },
  })),
})

function markerOf(properties: Record<string, unknown>, onClick: () => void): HTMLElement {
  const { label, weight, point_count } = properties as {
    label?: string
    weight: number
    point_count?: number
  }
  const element = document.createElement('button')
  element.type = 'button'
  element.className = 'map-marker'
  element.style.setProperty('--radius', `${radiusOf(weight)}px`)
  element.setAttribute('aria-label', label ?? `${point_count} places`)
  element.title = label ?? ''
  if (point_count !== undefined) {
    element.dataset.cluster = ''
    element.textContent = String(point_count)
  }
  element.addEventListener('click', (event) => {
    event.stopPropagation()
    onClick()
  })
  return element
}

const pointsLayer = (): Pick<Parameters<typeof createLandMap>[0], 'sources' | 'layers'> => ({
  sources: {
    points: {
      type: 'geojson',
      data: featuresOf([]),
      cluster: true,
      clusterRadius: 44,
      clusterMaxZoom: CLOSEST + 1,
      clusterProperties: { weight: ['+', ['get', 'weight']] },
    },
  },
  layers: [
    // only a source that some layer shows is loaded; what one sees are the markers
    { id: 'points', type: 'circle', source: 'points', paint: { 'circle-radius': 0, 'circle-opacity': 0 } },
  ],
})
