import { cn } from '@/lib/cn'
import { Skeleton } from '@/ui/skeleton'

const LINES = ['w-48', 'w-64', 'w-40', 'w-72', 'w-56', 'w-44']

/** The shape of a conversation on its way. */
export function LogSkeleton() {
  return (
    <div role="status" className="flex flex-1 flex-col justify-end gap-2 p-3">
      <span className="sr-only">Loading what was said</span>
      {LINES.map((width, n) => (
        <Skeleton
          key={width}
          className={cn('h-9 max-w-3/4 rounded-card', width, n % 3 === 2 && 'self-end')}
        />
      ))}
    </div>
  )
}
