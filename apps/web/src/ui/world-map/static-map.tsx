import { useEffect, useState } from 'react'
import { boxOf, loadCountries, pathOf, project } from './geography'
import { type MapPoint, radiusOf } from './map-point'

/** The same map as a drawing, for browsers that cannot draw the moving one. */
export function StaticMap({ label, points }: { label: string; points: readonly MapPoint[] }) {
  const [land, setLand] = useState('')
  useEffect(() => {
    let wanted = true
    loadCountries('coarse').then(
      (countries) => wanted && setLand(pathOf(countries)),
      // the points say enough without the land
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [])
  const [west, south, east, north] = boxOf(points)
  const [left, top] = project(west, north)
  const [right, bottom] = project(east, south)
  const unit = Math.max(right - left, bottom - top) / 640
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`${left} ${top} ${right - left} ${bottom - top}`}
      preserveAspectRatio="xMidYMid meet"
      className="absolute inset-0 size-full overflow-visible"
    >
      <path d={land} className="fill-line stroke-surface" strokeWidth={unit} />
      {points.map(({ id, longitude, latitude, weight }) => {
        const [x, y] = project(longitude, latitude)
        return <circle key={id} cx={x} cy={y} r={radiusOf(weight) * unit} className="fill-accent-fill" />
      })}
    </svg>
  )
}
