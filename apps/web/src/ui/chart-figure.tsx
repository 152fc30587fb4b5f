import { type ReactNode, Suspense } from 'react'
import { cn } from '@/lib/cn'
import { Skeleton } from './skeleton'
import { TableBehind } from './table-behind'

/** The height that a drawing and what stands for it keep. */
const HEIGHT = 'h-56'
export const chartWaiting = <Skeleton className={cn(HEIGHT, 'rounded-card')} />

type ChartFigureProps = { drawing: ReactNode; columns: readonly string[]; rows: readonly string[][] }

/** A drawing for the eye, and the numbers behind it as a table for everyone. */
export function ChartFigure({ drawing, columns, rows }: ChartFigureProps) {
  return (
    <figure>
      <div aria-hidden className={HEIGHT}>
        <Suspense fallback={chartWaiting}>{drawing}</Suspense>
      </div>
      <TableBehind columns={columns} rows={rows} />
    </figure>
  )
}
