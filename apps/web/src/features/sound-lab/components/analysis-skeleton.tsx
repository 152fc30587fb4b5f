import { Skeleton } from '@/ui/skeleton'

/** The shape of an analysis that is on its way. */
export function AnalysisSkeleton() {
  return (
    <div role="status" className="flex flex-col gap-5">
      <span className="sr-only">Opening the analysis</span>
      <Skeleton className="h-8 max-w-xl" />
      <Skeleton className="h-112 rounded-card" />
      <div className="grid gap-5 lg:grid-cols-2">
        <Skeleton className="h-72 rounded-card" />
        <Skeleton className="h-72 rounded-card" />
      </div>
    </div>
  )
}
