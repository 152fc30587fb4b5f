import { Skeleton } from '@/ui/skeleton'

/** The shape of a page while its code or its data is on the way. */
export function PageSkeleton() {
  return (
    <div
      role="status"
      className="mx-auto flex w-full max-w-4xl flex-col gap-4 px-4 pt-[calc(var(--header,0px)+2rem)] pb-8 sm:px-8"
    >
      <span className="sr-only">Loading the page</span>
      <Skeleton className="h-10 w-48" />
      <Skeleton className="mt-4 h-28 rounded-card" />
      <Skeleton className="h-28 rounded-card" />
      <Skeleton className="h-28 rounded-card" />
    </div>
  )
}
