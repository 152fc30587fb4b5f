import type { MoodSummary } from '@sharemyshows/contract/moods'
import { type ReactNode, useId } from 'react'
import { ChartFigure } from '@/ui/chart-figure'
import {
  type Column,
  dayColumns,
  dayTicks,
  HOUR_TICKS,
  hourColumns,
  lanesOf,
  sayDay,
  type Tick,
  tableOf,
  WEEKDAY_TICKS,
  weekdayColumns,
} from '../history'
import { MoodLanes } from './mood-lanes'

type HistoryChartsProps = { summary: MoodSummary; days: number; today: string }

/** My moods day by day, by hour and by weekday. */
export function HistoryCharts({ summary, days, today }: HistoryChartsProps) {
  const byDay = dayColumns(summary.timeline, days, today)
  const weekly = byDay.length < days
  return (
    <div className="grid gap-x-12 gap-y-8 lg:grid-cols-2">
      <div className="lg:col-span-2">
        <Chart
          title={weekly ? 'Week by week' : 'Day by day'}
          first={weekly ? 'Week from' : 'Day'}
          columns={byDay}
          ticks={dayTicks(byDay)}
          say={sayDay}
        />
      </div>
      <Chart title="By hour" first="Hour" columns={hourColumns(summary.hours)} ticks={HOUR_TICKS} />
      <Chart
        title="By weekday"
        first="Weekday"
        columns={weekdayColumns(summary.weekdays)}
        ticks={WEEKDAY_TICKS}
      />
    </div>
  )
}

type ChartProps = {
  title: string
  first: string
  columns: readonly Column[]
  ticks: readonly Tick[]
  say?: (name: string) => string
}

function Chart({ title, first, columns, ticks, say }: ChartProps): ReactNode {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-3 text-20">
        {title}
      </h2>
      <ChartFigure
        drawing={<MoodLanes lanes={lanesOf(columns)} ticks={ticks} />}
        {...tableOf(first, columns, say)}
      />
    </section>
  )
}
