import './night-grid.css'
import type { CalendarDay } from '@sharemyshows/contract/dashboard-calendar'
import { type CSSProperties, type KeyboardEvent, useMemo, useRef } from 'react'
import { type Cell, cellsOf, monthName, sayNight } from '../model'

type NightGridProps = {
  year: number
  today: string
  days: readonly CalendarDay[]
  picked: string | undefined
  onPick: (date: string) => void
}

/**
 * A year as a grid of days, a column a week; on phones its halves lie under each other. Each night is a button; the
 * grid is one stop of the tab key, and the arrows go from night to night.
 */
export function NightGrid({ year, today, days, picked, onPick }: NightGridProps) {
  const grid = useRef<HTMLDivElement>(null)
  const nights = useMemo(() => new Map(days.map((day) => [day.date, day])), [days])
  const stop = picked !== undefined && nights.has(picked) ? picked : days.at(-1)?.date
  const onKeyDown = (event: KeyboardEvent) => {
    const date = (event.target as HTMLElement).dataset.date
    const next = date && nextNight([...nights.keys()], date, event.key)
    if (!next) return
    event.preventDefault()
    grid.current?.querySelector<HTMLElement>(`[data-date="${next}"]`)?.focus()
    onPick(next)
  }
  const cells = useMemo(() => cellsOf(year), [year])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows move between the buttons inside
    <div ref={grid} onKeyDown={onKeyDown} className="night-grid">
      {cells.map((cell) => {
        const night = nights.get(cell.date)
        if (!night) return <span key={cell.date} aria-hidden className="night" {...placed(cell, today)} />
        const { length } = night.shows
        return (
          <button
            key={cell.date}
            type="button"
            data-date={cell.date}
            tabIndex={cell.date === stop ? 0 : -1}
            aria-pressed={cell.date === picked}
            aria-label={sayNight(night)}
            title={sayNight(night)}
            onClick={() => onPick(cell.date)}
            data-shows={Math.min(3, length)}
            data-upcoming={night.shows.every(({ upcoming }) => upcoming) || undefined}
            className="night"
            {...placed(cell, today)}
          />
        )
      })}
      {cells
        .filter(({ date }) => date.endsWith('-01'))
        .map((cell) => (
          <span key={cell.date} aria-hidden className="night-month" {...placed({ ...cell, weekday: 7 }, '')}>
            {monthName(Number(cell.date.slice(5, 7)) - 1)}
          </span>
        ))}
    </div>
  )
}

const placed = ({ date, week, weekOfHalf, weekday, half }: Cell, today: string) => ({
  'data-today': date === today || undefined,
  'data-half': half,
  style: {
    '--week': week + 1,
    '--week-of-half': weekOfHalf + 1,
    '--row': weekday + 1,
  } as CSSProperties,
})

function nextNight(dates: readonly string[], date: string, key: string): string | undefined {
  const at = dates.indexOf(date)
  if (key === 'ArrowRight' || key === 'ArrowDown') return dates[at + 1]
  if (key === 'ArrowLeft' || key === 'ArrowUp') return dates[at - 1]
  if (key === 'Home') return dates[0]
  return key === 'End' ? dates.at(-1) : undefined
}
