import { Maximize, Minus, Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useMediaQuery } from '@/lib/hooks'
import { useTheme } from '@/lib/theme'
import { IconButton } from '../icon-button'
import { createWorldMap, type WorldMapHandle } from './engine'
import type { LinkSlot, MapPoint, MapView } from './map-point'
import { PlaceList } from './place-list'

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
  const box = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<WorldMapHandle>()
  const [chosen, setChosen] = useState<MapPoint[]>([])
  const [popup] = useState(() => document.createElement('div'))
  const { theme } = useTheme()
  const calm = useMediaQuery('(prefers-reduced-motion: reduce)')
  const heard = useRef({ onFailure, ...view })
  heard.current = { onFailure, ...view }

  useEffect(() => {
    if (!box.current) return
    let made: WorldMapHandle | undefined
    let wanted = true
    const onClose = () => setChosen([])
    const making = createWorldMap({
      container: box.current,
      label,
      many,
      calm,
      free,
      onClose,
      onLight: (id) => heard.current.onLight?.(id),
      onMoved: (sight) => heard.current.onMoved?.(sight),
      onChoose: ({ points, at }) => {
        setChosen(points)
        made?.open(at, popup)
      },
    })
    making.then(
      (handle) => {
        made = handle
        if (wanted) setMap(handle)
        else handle.remove()
      },
      () => wanted && heard.current.onFailure(),
    )
    return () => {
      wanted = false
      setMap(undefined)
      made?.remove()
    }
  }, [label, many, calm, free, popup])

  useEffect(() => map?.frame(frame), [map, frame])
  useEffect(() => map?.show(points), [map, points])
  useEffect(() => map?.ring(ring), [map, ring])
  // biome-ignore lint/correctness/useExhaustiveDependencies: new points are new markers
  useEffect(() => map?.light(lit), [map, lit, points])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes the colours that are read
  useEffect(() => map?.paint(), [map, theme])

  return (
    <>
      <div ref={box} className="absolute inset-0" />
      {map && (
        <div className="absolute top-2 right-2 flex flex-col rounded-control bg-raised/90 shadow-float">
          <IconButton label="Closer" icon={<Plus />} onClick={() => map.zoom(1)} />
          <IconButton label="Farther" icon={<Minus />} onClick={() => map.zoom(-1)} />
          <IconButton
            label={frame ? 'Where you looked' : 'All places'}
            icon={<Maximize />}
            onClick={map.fit}
          />
        </div>
      )}
      {createPortal(
        <PlaceList points={chosen} link={link} className="max-h-56 min-w-40 overflow-y-auto" />,
        popup,
      )}
    </>
  )
}
