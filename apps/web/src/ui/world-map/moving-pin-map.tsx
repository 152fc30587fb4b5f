import { LocateFixed, Minus, Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useMediaQuery } from '@/lib/hooks'
import { useTheme } from '@/lib/theme'
import { IconButton } from '../icon-button'
import type { At } from './circle'
import { createPinMap, type PinMapHandle } from './pin-engine'

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
  const box = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<PinMapHandle>()
  const { theme } = useTheme()
  const calm = useMediaQuery('(prefers-reduced-motion: reduce)')
  const heard = useRef({ onMove, onFailure })
  heard.current = { onMove, onFailure }

  useEffect(() => {
    if (!box.current) return
    let made: PinMapHandle | undefined
    let wanted = true
    const making = createPinMap({
      container: box.current,
      label,
      pinLabel,
      calm,
      onMove: (at) => heard.current.onMove(at),
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
  }, [label, pinLabel, calm])

  useEffect(() => map?.place(pin, radius), [map, pin, radius])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes the colours that are read
  useEffect(() => map?.paint(), [map, theme])

  return (
    <>
      <div ref={box} className="absolute inset-0" />
      {map && (
        <div className="absolute top-2 right-2 flex flex-col rounded-control bg-raised/90 shadow-float">
          <IconButton label="Closer" icon={<Plus />} onClick={() => map.zoom(1)} />
          <IconButton label="Farther" icon={<Minus />} onClick={() => map.zoom(-1)} />
          {pin && <IconButton label="Show the pin" icon={<LocateFixed />} onClick={map.look} />}
        </div>
      )}
    </>
  )
}
