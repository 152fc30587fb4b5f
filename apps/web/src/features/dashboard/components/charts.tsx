import { useQuery } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense } from 'react'
import { Skeleton } from '@/ui/skeleton'
import { countQuery, monthsQuery } from '../api'
import { barsOf, growthOf } from '../model'
import { Answer, Section } from './section'

const YearBars = lazy(async () => ({ default: (await import('./drawn-charts')).YearBars }))
const GrowthLines = lazy(async () => ({ default: (await import('./drawn-charts')).GrowthLines }))

const HEIGHT = 'h-56'
const waiting = <Skeleton className={`${HEIGHT} rounded-card`} />

/** Shows a year, over the whole diary. */
export function ShowsByYear() {
  const count = useQuery(countQuery)
  return (
    <Section title="Year by year">
      <Answer query={count} waiting={waiting}>
        {({ by_year }) => {
          const bars = barsOf(by_year)
          const rows = bars
            .toReversed()
            .map(({ year, been, upcoming }) => [String(year), String(been), String(upcoming)])
          return (
            <Chart drawing={<YearBars bars={bars} />} columns={['Year', 'Shows', 'To come']} rows={rows} />
          )
        }}
      </Answer>
    </Section>
  )
}

/** How this year grows, beside the one before. */
export function ThisYear({ today }: { today: string }) {
  const months = useQuery(monthsQuery)
  const year = Number(today.slice(0, 4))
  return (
    <Section title="This year so far">
      <Answer query={months} waiting={waiting}>
        {(found) => {
          const growth = growthOf(found, today)
          const rows = growth.map(({ month, before, now }) => [month, String(before), String(now ?? '')])
          return (
            <Chart
              drawing={<GrowthLines growth={growth} year={year} />}
              columns={['Shows by the end of', String(year - 1), String(year)]}
              rows={rows}
            />
          )
        }}
      </Answer>
    </Section>
  )
}

type ChartProps = { drawing: ReactNode; columns: readonly string[]; rows: readonly string[][] }

/** A drawing for the eye, and the numbers behind it as a table for everyone. */
function Chart({ drawing, columns, rows }: ChartProps) {
  return (
    <figure>
      <div aria-hidden className={HEIGHT}>
        <Suspense fallback={waiting}>{drawing}</Suspense>
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
