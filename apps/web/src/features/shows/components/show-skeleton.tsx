import { Skeleton } from '@/ui/skeleton'

/** The shape of a show's page. */
export function ShowSkeleton() {
  return (
    <div
      role="status"
      className="mx-auto w-full max-w-5xl px-4 pt-[calc(var(--header,0px)+1rem)] sm:px-8 xl:max-w-7xl"
    >
      <span className="sr-only">Opening the show</span>
      <Skeleton className="mt-11 h-56 rounded-card lg:h-64" />
      <Skeleton className="mt-6 h-13 w-40" />
      <Skeleton className="mt-10 h-40" />
    </div>
  )
}
