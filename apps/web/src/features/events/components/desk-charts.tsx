import type { EventStats } from '@sharemyshows/contract/event-stats'
import { lazy } from 'react'
import { dateIn, sayShortDate, timeIn } from '@/lib/dates'
import { ChartFigure } from '@/ui/chart-figure'
import { answerLine, arrivalLine } from '../desk-series'
import type { Event } from '../model'

const DeskLine = lazy(async () => ({ default: (await import('./desk-line')).DeskLine }))

type ChartProps = { event: Event; stats: EventStats; now: number }

/** Who came in when, a quarter of an hour at a time, on the clocks there. */
export function Arrivals({ event, stats, now }: ChartProps) {
  const { time_zone: zone, doors_at, date, ends_at } = event
  const line = arrivalLine(stats.arrivals_over_time, Math.min(now, Date.parse(ends_at)))
  const say = (at: number) => timeIn(zone, new Date(at))
  if (line.length === 0) {
    return <p className="text-14 text-soft">The line begins with the first who arrives.</p>
  }
  return (
    <ChartFigure
      drawing={
        <DeskLine
          line={line}
          label={`${stats.arrivals} arrived`}
          marks={[
            ...(doors_at ? [{ at: Date.parse(doors_at), label: 'Doors' }] : []),
            { at: Date.parse(date), label: 'Start' },
          ]}
          sayAt={say}
        />
      }
      columns={['From', 'Came in', 'In all']}
      rows={rowsOf(stats.arrivals_over_time.map(({ at, arrivals }) => [timeIn(zone, at), arrivals] as const))}
    />
  )
}

/** How answers came in, a day at a time. */
export function Answers({ event, stats, now }: ChartProps) {
  const line = answerLine(stats.rsvps_over_time, Math.min(now, Date.parse(event.date)))
  if (line.length === 0) return null
  const say = (at: number) => sayShortDate(dateIn('UTC', new Date(at))).slice(0, -5)
  return (
    <ChartFigure
      drawing={<DeskLine line={line} label={`${stats.rsvp_counts.going} going`} sayAt={say} />}
      columns={['On', 'Said they go', 'In all']}
      rows={rowsOf(
        stats.rsvps_over_time.map(({ at, going }) => [sayShortDate(at.slice(0, 10)), going] as const),
      )}
    />
  )
}

function rowsOf(steps: readonly (readonly [name: string, more: number])[]): string[][] {
  let total = 0
  return steps.map(([name, more]) => {
    total += more
    return [name, String(more), String(total)]
  })
}
