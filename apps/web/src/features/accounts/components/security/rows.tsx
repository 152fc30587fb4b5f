import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { sayProblem } from '@/lib/problem'
import { Button } from '@/ui/button'
import { Skeleton } from '@/ui/skeleton'

type RowsProps<Read> = {
  query: UseQueryResult<Read>
  /** Said while it is on its way, "Loading your devices". */
  loading: string
  children: (read: Read) => ReactNode
}

/** Rows of the settings once they are read; what failed says so in its own place and leaves the others alone. */
export function Rows<Read>({
  query: { data, error, refetch, isFetching },
  loading,
  children,
}: RowsProps<Read>) {
  if (data !== undefined) return children(data)
  if (error) {
    return (
      <div role="alert" className="flex flex-wrap items-center gap-x-4 gap-y-2 text-14">
        <p className="min-w-0 flex-1 basis-60">{sayProblem(error)}</p>
        <Button pending={isFetching} onClick={() => void refetch()}>
          Try again
        </Button>
      </div>
    )
  }
  return (
    <div role="status" className="flex flex-col gap-4">
      <span className="sr-only">{loading}</span>
      <Skeleton className="h-12" />
      <Skeleton className="h-12" />
    </div>
  )
}
