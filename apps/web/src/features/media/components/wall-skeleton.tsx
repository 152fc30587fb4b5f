import { Skeleton } from '@/ui/skeleton'

const SHAPES = [1.5, 0.75, 1.33, 1.5, 1.5, 0.67, 1.33, 0.75, 1.5]

/** The shape of a wall whose photos are on the way. */
export function WallSkeleton() {
  return (
    <div role="status" className="flex flex-wrap gap-1 [--row:6.75rem] sm:[--row:9rem] lg:[--row:12rem]">
      <span className="sr-only">Loading the photos</span>
      {SHAPES.map((ratio, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: they never move
          key={index}
          style={{ flex: `${ratio * 100} 1 calc(var(--row) * ${ratio})`, aspectRatio: ratio }}
        >
          <Skeleton className="size-full rounded-small" />
        </div>
      ))}
    </div>
  )
}
