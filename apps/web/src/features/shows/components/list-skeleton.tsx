import { Skeleton } from '@/ui/skeleton'
import { LAYOUT, type View } from './show-list'

const SHAPE: Record<View, string> = { timeline: 'h-31 rounded-card', posters: 'aspect-3/4 rounded-card' }
const MOST = 60

/** Stand-ins of as many shows, of the height they will have; silent, say the waiting in words beside it. */
export function ListSkeleton({ view, count }: { view: View; count: number }) {
  const places = Array.from({ length: Math.min(count, MOST) }, (_, place) => place)
  return (
    <div aria-hidden className={LAYOUT[view]}>
      {places.map((place) => (
        <Skeleton key={place} className={SHAPE[view]} />
      ))}
    </div>
  )
}
