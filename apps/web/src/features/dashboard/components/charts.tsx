import { useQuery } from '@tanstack/react-query'
import { lazy } from 'react'
import { ChartFigure, chartWaiting } from '@/ui/chart-figure'
import { countQuery, monthsQuery } from '../api'
import { barsOf, growthOf } from '../model'
import { Answer, Section } from './section'

const YearBars = lazy(async () => ({ default: (await import('./drawn-charts')).YearBars }))
const GrowthLines = lazy(async () => ({ default: (await import('./drawn-charts')).GrowthLines }))

/** Shows a year, over the whole diary. */
export function ShowsByYear() {
  const count = useQuery(countQuery)
  return (
    <Section title="Year by year">
      <Answer query={count} waiting={chartWaiting}>
        {({ by_year }) => {
          const bars = barsOf(by_year)
          const rows = bars
            .toReversed()
            .map(({ year, been, upcoming }) => [String(year), String(been), String(upcoming)])
          return (
            <ChartFigure
              drawing={<YearBars bars={bars} />}
              columns={['Year', 'Shows', 'To come']}
              rows={rows}
            />
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
      <Answer query={months} waiting={chartWaiting}>
        {(found) => {
          const growth = growthOf(found, today)
          const rows = growth.map(({ month, before, now }) => [month, String(before), String(now ?? '')])
          return (
            <ChartFigure
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
