import { Skeleton } from '@/ui/skeleton'

const ROWS = ['a', 'b', 'c', 'd', 'e', 'f']

/** Stand-ins of the height of what will be found. */
export function EntrySkeleton() {
  return (
    <div role="status" className="pt-11">
      <span className="sr-only">Searching</span>
      {ROWS.map((row) => (
        <div key={row} aria-hidden className="flex min-h-16 items-center gap-4">
          <Skeleton className="size-11 rounded-full" />
          <div className="flex flex-1 flex-col gap-2">
            <Skeleton className="h-4 w-2/5" />
            <Skeleton className="h-3 w-1/4" />
          </div>
        </div>
      ))}
    </div>
  )
}
