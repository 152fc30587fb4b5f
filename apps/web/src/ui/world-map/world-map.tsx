import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { cn } from '@/lib/cn'
import type { LinkSlot, MapPoint, MapView } from './map-point'
import { PlaceList } from './place-list'

export type { Box } from './geography'
export type { MapPoint } from './map-point'

const MovingMap = lazy(async () => ({ default: (await import('./moving-map')).MovingMap }))
const StaticMap = lazy(async () => ({ default: (await import('./static-map')).StaticMap }))

/** Begins to load a little before it is seen. */
const AHEAD = '300px'

export type WorldMapProps = MapView & {
  /** What the map shows, for those who do not see it: "Places I have been to". */
  label: string
  points: readonly MapPoint[]
  /** How a point's `href` becomes a link; a plain one unless the app hands in its router's. */
  link?: LinkSlot
  /** Off where the same places stand in a list of their own beside the map. */
  listed?: boolean
  /** Its height, which is kept from the beginning. */
  className?: string
}

/** Places on the map of the world, drawn from our own files alone, with the same places as a list below. */
export function WorldMap({ label, points, link, listed = true, className, ...view }: WorldMapProps) {
  const frame = useRef<HTMLDivElement>(null)
  const near = useNear(frame)
  const [movable, setMovable] = useState(canMove)
  return (
    <figure>
      <div
        ref={frame}
        className={cn(
          'world-map relative isolate h-72 overflow-hidden rounded-card bg-surface sm:h-96',
          className,
        )}
      >
        {near && (
          <Suspense>
            {movable ? (
              <MovingMap {...{ label, points, link, ...view }} onFailure={() => setMovable(false)} />
            ) : (
              <StaticMap label={label} points={points} />
            )}
          </Suspense>
        )}
      </div>
      {listed && points.length > 0 && (
        <details className="mt-1">
          <summary className="flex min-h-11 w-fit items-center rounded-small px-1 text-14 text-soft underline decoration-edge underline-offset-4 hover:text-ink">
            The same as a list
          </summary>
          <PlaceList points={points} link={link} className="max-h-96 overflow-y-auto sm:columns-2" />
        </details>
      )}
    </figure>
  )
}

/** Whether this browser can draw a map that moves. */
export function canMove(): boolean {
  return document.createElement('canvas').getContext('webgl2') !== null
}

function useNear(ref: React.RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false)
  useEffect(() => {
    if (near || !ref.current) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setNear(true), {
      rootMargin: AHEAD,
    })
    observer.observe(ref.current)
    return () => observer.disconnect()
  }, [near, ref])
  return near
}
