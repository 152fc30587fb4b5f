import { Maximize } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useMediaQuery } from '@/lib/hooks'
import { IconButton } from '../icon-button'
import { createWorldMap } from './engine'
import { MapButtons } from './map-buttons'
import type { LinkSlot, MapPoint, MapView } from './map-point'
import { PlaceList } from './place-list'
import { useMap } from './use-map'

type MovingMapProps = MapView & {
  label: string
  points: readonly MapPoint[]
  link?: LinkSlot | undefined
  /** It cannot be drawn here. */
  onFailure: () => void
}

/** The map that can be moved, with what was chosen on it. */
export function MovingMap({ label, points, link, onFailure, ...view }: MovingMapProps) {
  const { frame = null, ring = null, lit = null, free = false, many = 'places' } = view
  const [chosen, setChosen] = useState<MapPoint[]>([])
  const [popup] = useState(() => document.createElement('div'))
  const calm = useMediaQuery('(prefers-reduced-motion: reduce)')
  const heard = useRef(view)
  heard.current = view
  const make = useCallback(
    async (container: HTMLElement) => {
      const handle = await createWorldMap({
        container,
        label,
        many,
        calm,
        free,
        onClose: () => setChosen([]),
        onLight: (id) => heard.current.onLight?.(id),
        onMoved: (sight) => heard.current.onMoved?.(sight),
        onChoose: ({ points, at }) => {
          setChosen(points)
          handle.open(at, popup)
        },
      })
      return handle
    },
    [label, many, calm, free, popup],
  )
  const { box, map } = useMap(make, onFailure)

  useEffect(() => map?.frame(frame), [map, frame])
  useEffect(() => map?.show(points), [map, points])
  useEffect(() => map?.ring(ring), [map, ring])
  // biome-ignore lint/correctness/useExhaustiveDependencies: new points are new markers
  useEffect(() => map?.light(lit), [map, lit, points])

  return (
    <>
      <div ref={box} className="absolute inset-0" />
      {map && (
        <MapButtons map={map}>
          <IconButton
            label={frame ? 'Where you looked' : 'All places'}
            icon={<Maximize />}
            onClick={map.fit}
          />
        </MapButtons>
      )}
      {createPortal(
        <PlaceList points={chosen} link={link} className="max-h-56 min-w-40 overflow-y-auto" />,
        popup,
      )}
    </>
  )
}
