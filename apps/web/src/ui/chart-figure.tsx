import { type ReactNode, Suspense } from 'react'
import { cn } from '@/lib/cn'
import { Skeleton } from './skeleton'

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
      <details>
        <summary className="flex min-h-11 w-fit items-center rounded-small px-1 text-14 text-soft underline decoration-edge underline-offset-4 hover:text-ink">
          The same as a table
        </summary>
        <table className="w-full max-w-sm text-14">
          <thead>
            <tr className="border-line border-b text-left text-soft">
              {columns.map((name) => (
                <th key={name} scope="col" className="py-1.5 pr-4 font-medium">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...numbers]) => (
              <tr key={name} className="border-line border-b">
                <th scope="row" className="py-1.5 pr-4 text-left font-normal">
                  {name}
                </th>
                {numbers.map((number, column) => (
                  <td key={columns[column + 1]} className="py-1.5 pr-4">
                    {number}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
