import type { Export } from '@sharemyshows/contract/exports'
import type { UseQueryResult } from '@tanstack/react-query'
import { sayProblem } from '@/lib/problem'
import { Button } from '@/ui/button'
import { Skeleton } from '@/ui/skeleton'
import { ExportRow } from './export-row'

/** The copies there are. */
export function ExportList({ exports }: { exports: UseQueryResult<Export[]> }) {
  const { data, error, isFetching, refetch } = exports
  if (data === undefined && error) {
    return (
      <div role="alert" className="flex flex-wrap items-center gap-x-4 gap-y-2 text-14">
        <p className="min-w-0 flex-1 basis-60">{sayProblem(error)}</p>
        <Button pending={isFetching} onClick={() => void refetch()}>
          Try again
        </Button>
      </div>
    )
  }
  if (data === undefined) {
    return (
      <div role="status">
        <span className="sr-only">Loading your copies</span>
        <Skeleton className="h-14" />
      </div>
    )
  }
  if (data.length === 0) {
    return <p className="text-14 text-soft">A copy you make stands here for a week, for you alone.</p>
  }
  return (
    <ul aria-label="Your copies" className="divide-y divide-line">
      {data.map((one) => (
        <li key={one.id}>
          <ExportRow copy={one} />
        </li>
      ))}
    </ul>
  )
}
