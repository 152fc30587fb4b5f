import { lazy, Suspense, useState } from 'react'
import { cn } from '@/lib/cn'
import type { PinMapView } from './moving-pin-map'
import { canMove } from './world-map'

const MovingPinMap = lazy(async () => ({ default: (await import('./moving-pin-map')).MovingPinMap }))
const StaticMap = lazy(async () => ({ default: (await import('./static-map')).StaticMap }))

type PinMapProps = PinMapView & { className?: string }

/** A map on which a place is chosen. Where it cannot be drawn it only shows the place, which is then typed. */
export function PinMap({ className, ...map }: PinMapProps) {
  const [movable, setMovable] = useState(canMove)
  const { label, pin } = map
  return (
    <div
      className={cn(
        'world-map relative isolate h-72 overflow-hidden rounded-card bg-surface sm:h-80',
        className,
      )}
    >
      <Suspense>
        {movable ? (
          <MovingPinMap {...map} onFailure={() => setMovable(false)} />
        ) : (
          <StaticMap
            label={label}
            points={pin ? [{ ...pin, id: 'pin', label: 'The place', weight: 1 }] : []}
          />
        )}
      </Suspense>
    </div>
  )
}
