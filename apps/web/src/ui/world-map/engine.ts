import * as maplibre from 'maplibre-gl/dist/maplibre-gl-csp.js'
import { circleAround } from './circle'
import { type Box, boxOf } from './geography'
import { colourOf, createLandMap, paintLand } from './land'
import type { MapFrame, MapPoint, MapRing } from './map-point'
import { createMarkers, featuresOf, pointLayers } from './markers'

/** Outlines and towns alone: closer than this there is nothing more to see. */
const CLOSEST = 12
/** A single place is shown with enough land around it to tell where it is: no closer than this at first. */
const NEAR_ENOUGH = 4.5
const PADDING = 48

export type WorldMapHandle = {
  show: (points: readonly MapPoint[]) => void
  /** Looks at a part of the world; null for wherever the points are. */
  frame: (frame: MapFrame | null) => void
  /** Draws a circle on the ground. */
  ring: (ring: MapRing | null) => void
  /** Has one point stand out, or none. */
  light: (id: string | null) => void
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
  /** What several points at one spot are called, "places". */
  many: string
  calm: boolean
  /** Moves by one finger and by the wheel, where it is not in the way of the page. */
  free: boolean
  onChoose: (chosen: Chosen) => void
  onClose: () => void
  onLight: (id: string | null) => void
  /** Somebody has moved the map by hand; what is in sight now. */
  onMoved: (box: Box) => void
}

/** Makes a map with markers that are buttons; rejects where it cannot be drawn. */
export async function createWorldMap(options: Options): Promise<WorldMapHandle> {
  const { container, label, many, calm, free, onChoose, onClose, onLight, onMoved } = options
  const map = await createLandMap({ container, label, closest: CLOSEST, ...layers() })
  if (free) map.cooperativeGestures.disable()
  const motion = { animate: !calm, duration: 300 }
  const byHand = { byHand: true }
  let shown: readonly MapPoint[] = []
  let framed: MapFrame | null = null
  /** Somebody has taken the map elsewhere: new points do not call her back. */
  let left = false
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
    if (closer <= map.getMaxZoom()) return map.easeTo({ center: at, zoom: closer + 0.2, ...motion }, byHand)
    const leaves = (await source?.getClusterLeaves(cluster, 100, 0)) ?? []
    const ids = new Set(leaves.map(({ properties }) => properties?.id))
    onChoose({ points: shown.filter(({ id }) => ids.has(id)), at })
  }
  const markers = createMarkers({
    map,
    many,
    onChoose: (feature, at) => void choose(feature, at),
    onLight,
  })
  map.on('moveend', (event) => {
    // a step of the browser's history, or an answer that came, moves it, too
    if (!event.originalEvent && !('byHand' in event)) return
    left = true
    onMoved(sightOf(map))
  })

  const fit = (animate: boolean) => {
    const [box, room, closest]: [Box, number, number] = framed
      ? [framed.box, framed.room, CLOSEST]
      : [boxOf(shown, 0.4), PADDING, NEAR_ENOUGH]
    map.fitBounds([...box] as maplibre.LngLatBoundsLike, {
      padding: room,
      maxZoom: closest,
      ...motion,
      animate,
    })
  }
  const paint = () => {
    paintLand(map, container)
    const colour = colourOf(container, '--accent-fill')
    map.setPaintProperty('ring', 'fill-color', colour)
    map.setPaintProperty('ring-edge', 'line-color', colour)
  }
  await map.once('load')
  paint()
  return {
    show(points) {
      const first = shown.length === 0
      shown = points
      markers.clear()
      map.getSource<maplibre.GeoJSONSource>('points')?.setData(featuresOf(points))
      if (framed === null && !left && points.length > 0) fit(!calm && !first)
    },
    frame(frame) {
      const first = framed === null && shown.length === 0
      framed = frame
      left = false
      if (frame === null || isAbout(frame.box, sightOf(map))) return
      fit(!calm && !first)
    },
    ring(ring) {
      const drawn = ring ? circleAround(ring, ring.metres) : featuresOf([])
      map.getSource<maplibre.GeoJSONSource>('ring')?.setData(drawn)
    },
    light: (id) => markers.light(shown.find((point) => point.id === id)),
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
    paint,
    zoom: (by) => void map.easeTo({ zoom: map.getZoom() + by, ...motion }, byHand),
    fit() {
      left = false
      fit(!calm)
    },
    remove: () => map.remove(),
  }
}

function sightOf(map: maplibre.Map): Box {
  const bounds = map.getBounds()
  return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]
}

/** Two boxes whose edges differ by less than a fiftieth of their width. */
function isAbout(one: Box, other: Box): boolean {
  const least = (one[2] - one[0]) / 50
  return one.every((edge, n) => Math.abs(edge - (other[n] ?? 0)) < least)
}

const ROOM = 12

/** How far the map has to move so that a box lies within its frame, with some room. */
function hiddenBy(frame: DOMRect, box: DOMRect): [x: number, y: number] {
  const x = Math.min(0, box.left - frame.left - ROOM) + Math.max(0, box.right - frame.right + ROOM)
  const y = Math.min(0, box.top - frame.top - ROOM) + Math.max(0, box.bottom - frame.bottom + ROOM)
  return [x, y]
}

function layers(): ReturnType<typeof pointLayers> {
  const points = pointLayers()
  return {
    sources: { ring: { type: 'geojson', data: featuresOf([]) }, ...points.sources },
    layers: [
      { id: 'ring', type: 'fill', source: 'ring', paint: { 'fill-opacity': 0.07 } },
      {
        id: 'ring-edge',
        type: 'line',
        source: 'ring',
        paint: { 'line-width': 1.5, 'line-opacity': 0.6, 'line-dasharray': [2, 2] },
      },
      ...points.layers,
    ],
  }
}
