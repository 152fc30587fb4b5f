import { LocateFixed } from 'lucide-react'
import { useCallback, useEffect, useRef } from 'react'
import { useMediaQuery } from '@/lib/hooks'
import { IconButton } from '../icon-button'
import type { At } from './circle'
import { MapButtons } from './map-buttons'
import { createPinMap } from './pin-engine'
import { useMap } from './use-map'

export type PinMapView = {
  /** What the map is for, for those who do not see it. */
  label: string
  /** What the pin says of itself, and how it moves. */
  pinLabel: string
  pin: At | null
  /** Of the circle around it, in metres. */
  radius: number
  onMove: (at: At) => void
}

type MovingPinMapProps = PinMapView & {
  /** It cannot be drawn here. */
  onFailure: () => void
}

/** The map itself, with the buttons that bring it closer. */
export function MovingPinMap({ label, pinLabel, pin, radius, onMove, onFailure }: MovingPinMapProps) {
  const calm = useMediaQuery('(prefers-reduced-motion: reduce)')
  const moved = useRef(onMove)
  moved.current = onMove
  const make = useCallback(
    (container: HTMLElement) =>
      createPinMap({ container, label, pinLabel, calm, onMove: (at) => moved.current(at) }),
    [label, pinLabel, calm],
  )
  const { box, map } = useMap(make, onFailure)

  useEffect(() => map?.place(pin, radius), [map, pin, radius])

  return (
    <>
      <div ref={box} className="absolute inset-0" />
      {map && (
        <MapButtons map={map}>
          {pin && <IconButton label="Show the pin" icon={<LocateFixed />} onClick={map.look} />}
        </MapButtons>
      )}
    </>
  )
}
