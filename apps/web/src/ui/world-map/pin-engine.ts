import * as maplibre from 'maplibre-gl/dist/maplibre-gl-csp.js'
import { type At, boxAround, circleAround, movedBy } from './circle'
import { colourOf, createLandMap, paintLand } from './land'

/** A street is told from the next one here. */
const CLOSEST = 17
const ROOM = 24
/** Metres that an arrow key moves the pin, and with Shift. */
const STEP = 10
const STRIDE = 100

export type PinMapHandle = {
  /** Puts the pin and its circle of so many metres there; looks at them when they came from elsewhere than the map. */
  place: (at: At | null, radius: number) => void
  paint: () => void
  zoom: (by: 1 | -1) => void
  look: () => void
  remove: () => void
}

type Options = {
  container: HTMLElement
  label: string
  /** What the pin says of itself. */
  pinLabel: string
  calm: boolean
  onMove: (at: At) => void
}

/** Makes a map with one pin that is dragged, clicked to another place, or moved by the arrow keys. */
export async function createPinMap({
  container,
  label,
  pinLabel,
  calm,
  onMove,
}: Options): Promise<PinMapHandle> {
  const map = await createLandMap({ container, label, closest: CLOSEST, ...fenceLayers() })
  map.addControl(new maplibre.ScaleControl({ unit: 'metric' }), 'bottom-left')
  const motion = { animate: !calm, duration: 300 }
  const element = pinElement(pinLabel)
  const marker = new maplibre.Marker({ element, draggable: true, anchor: 'bottom' })
  let now: { at: At; radius: number } | undefined
  /** Where the map itself has put the pin, so that it need not be looked for. */
  let mine: At | undefined

  const draw = () => {
    const source = map.getSource<maplibre.GeoJSONSource>('fence')
    source?.setData(now ? circleAround(now.at, now.radius) : NOTHING)
  }
  const look = (animate: boolean) => {
    if (now) map.fitBounds(boxAround(now.at, now.radius * 2), { padding: ROOM, ...motion, animate })
  }
  const moveTo = (at: At) => {
    mine = at
    onMove(at)
  }
  const shown = () => atOf(marker.getLngLat())
  map.on('click', ({ lngLat }) => moveTo(atOf(lngLat)))
  marker.on('drag', () => {
    if (now) now = { ...now, at: shown() }
    draw()
  })
  marker.on('dragend', () => moveTo(shown()))
  element.addEventListener('click', (event) => event.stopPropagation())
  element.addEventListener('keydown', (event) => {
    const way = WAYS[event.key]
    if (!way || !now) return
    event.preventDefault()
    event.stopPropagation()
    moveTo(movedBy(now.at, way, event.shiftKey ? STRIDE : STEP))
  })

  await map.once('load')
  const paint = () => {
    paintLand(map, container)
    const colour = colourOf(container, '--accent-fill')
    map.setPaintProperty('fence', 'fill-color', colour)
    map.setPaintProperty('fence-edge', 'line-color', colour)
  }
  paint()
  return {
    place(at, radius) {
      const known = [mine, now?.at].some((one) => at && one && isSame(at, one))
      const first = now === undefined
      now = at ? { at, radius } : undefined
      if (at) marker.setLngLat([at.longitude, at.latitude]).addTo(map)
      else marker.remove()
      draw()
      if (first || !known) look(!calm && (mine !== undefined || !first))
    },
    paint,
    zoom: (by) => void map.easeTo({ zoom: map.getZoom() + by, ...motion }),
    look: () => look(!calm),
    remove: () => map.remove(),
  }
}

const WAYS: Record<string, readonly [north: number, east: number]> = {
  ArrowUp: [1, 0],
  ArrowDown: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
}

const NOTHING: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] }

const atOf = (lngLat: maplibre.LngLat): At => {
  const { lat, lng } = lngLat.wrap()
  return { latitude: exact(lat), longitude: exact(lng) }
}
/** To a tenth of a metre. */
const exact = (degrees: number) => Math.round(degrees * 1e6) / 1e6
const isSame = (one: At, other: At) =>
  Math.abs(one.latitude - other.latitude) < 1e-6 && Math.abs(one.longitude - other.longitude) < 1e-6

function pinElement(label: string): HTMLElement {
  const element = document.createElement('button')
  element.type = 'button'
  element.className = 'map-pin'
  element.setAttribute('aria-label', label)
  element.title = label
  return element
}

const fenceLayers = (): Pick<Parameters<typeof createLandMap>[0], 'sources' | 'layers'> => ({
  // a circle stays one, however far away
  sources: { fence: { type: 'geojson', data: NOTHING, tolerance: 0 } },
  layers: [
    { id: 'fence', type: 'fill', source: 'fence', paint: { 'fill-opacity': 0.22 } },
    { id: 'fence-edge', type: 'line', source: 'fence', paint: { 'line-width': 2 } },
  ],
})
