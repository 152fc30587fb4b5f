import { Skeleton } from '@/ui/skeleton'

/** The shape of an artist's, a venue's or a person's page. */
export function StageSkeleton() {
  return (
    <div
      role="status"
      className="mx-auto w-full max-w-5xl px-4 pt-[calc(var(--header,0px)+0.5rem)] sm:px-8 sm:pt-[calc(var(--header,0px)+1.5rem)] xl:max-w-7xl"
    >
      <span className="sr-only">Opening the page</span>
      <Skeleton className="mt-13 h-16 w-3/4 max-w-md" />
      <Skeleton className="mt-12 h-14 w-64" />
      <Skeleton className="mt-12 h-31 rounded-card" />
      <Skeleton className="mt-3 h-31 rounded-card" />
    </div>
  )
}
