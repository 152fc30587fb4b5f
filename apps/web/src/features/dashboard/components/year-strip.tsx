import type { CalendarDay } from '@sharemyshows/contract/dashboard-calendar'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { sayDate } from '@/lib/dates'
import { IconButton } from '@/ui/icon-button'
import { countQuery, yearQuery } from '../api'
import { sayCount, spanOfYears } from '../model'
import { NightGrid } from './night-grid'
import { Answer, Section } from './section'

const NONE: readonly CalendarDay[] = []

/** A year of nights, day by day; the years can be leafed through. */
export function YearStrip({ today }: { today: string }) {
  const thisYear = Number(today.slice(0, 4))
  const [year, setYear] = useState(thisYear)
  const [picked, setPicked] = useState<string>()
  const { data: count } = useQuery(countQuery)
  const days = useQuery({ ...yearQuery(year) })
  const [first, last] = spanOfYears(count?.by_year ?? [], thisYear)
  const turn = (by: number) => {
    setYear(year + by)
    setPicked(undefined)
  }
  return (
    <Section
      title="Your nights"
      action={
        <div className="flex items-center">
          <IconButton
            label="The year before"
            icon={<ChevronLeft />}
            disabled={year <= first}
            onClick={() => turn(-1)}
          />
          <output aria-live="polite" className="min-w-12 text-center font-medium text-16 tabular-nums">
            {year}
          </output>
          <IconButton
            label="The year after"
            icon={<ChevronRight />}
            disabled={year >= last}
            onClick={() => turn(1)}
          />
        </div>
      }
    >
      <NightGrid year={year} today={today} days={days.data ?? NONE} picked={picked} onPick={setPicked} />
      <div className="mt-2 min-h-11">
        <Answer query={days} waiting={null}>
          {(found) => <Picked day={found.find(({ date }) => date === picked)} days={found} year={year} />}
        </Answer>
      </div>
    </Section>
  )
}

type PickedProps = { day: CalendarDay | undefined; days: readonly CalendarDay[]; year: number }

/** The night that was picked or, before one is, what the year holds. */
function Picked({ day, days, year }: PickedProps) {
  if (!day) {
    const shows = days.reduce((sum, each) => sum + each.shows.length, 0)
    return (
      <p className="flex min-h-11 items-center text-14 text-soft">
        {shows === 0
          ? `No nights in ${year}`
          : `${sayCount(shows, 'show')} on ${sayCount(days.length, 'night')}. Pick one to see it.`}
      </p>
    )
  }
  return (
    <p className="flex min-h-11 flex-wrap items-center gap-x-3 text-14" aria-live="polite">
      <time dateTime={day.date} className="text-soft">
        {sayDate(day.date)}
      </time>
      {day.shows.map((show) => (
        <Link
          key={show.id}
          to="/shows/$showId"
          params={{ showId: show.id }}
          className="wrap-anywhere flex min-h-11 items-center font-medium underline decoration-edge underline-offset-4 hover:decoration-current"
        >
          {show.artist_name}, {show.venue_name}
        </Link>
      ))}
    </p>
  )
}
