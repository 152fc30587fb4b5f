import { Skeleton } from '@/ui/skeleton'

/** The shape of a list of recordings that is on the way. */
export function AudioSkeleton() {
  return (
    <div role="status" className="flex flex-col">
      <span className="sr-only">Loading the recordings</span>
      {[0, 1, 2, 3].map((row) => (
        <div key={row} className="flex h-24 items-center gap-4 border-line border-b last:border-b-0 sm:h-20">
          <Skeleton className="size-12 rounded-full" />
          <div className="flex flex-1 flex-col gap-2 sm:w-48 sm:flex-none">
            <Skeleton className="h-4 w-40" />
            <Skeleton className="h-3 w-28" />
          </div>
          <Skeleton className="h-10 flex-1 max-sm:hidden" />
        </div>
      ))}
    </div>
  )
}
