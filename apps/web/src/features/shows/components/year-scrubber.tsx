import { useEffect, useRef } from 'react'
import { cn } from '@/lib/cn'
import { jumpTo } from '../jump'
import type { Years } from '../model'
import { useYearInView } from '../use-year-in-view'

/** The years of the diary: a column with the weight of each on wide screens, a strip elsewhere. */
export function YearScrubber({ years }: { years: Years }) {
  const current = useYearInView(years.map(({ year }) => year))
  const strip = useRef<HTMLOListElement>(null)
  useEffect(() => {
    const row = current && strip.current?.querySelector<HTMLElement>('[aria-current]')
    // Not scrollIntoView: it would move the page as well.
    if (row && strip.current) {
      strip.current.scrollLeft = row.offsetLeft - strip.current.clientWidth / 2
      strip.current.scrollTop = row.offsetTop - strip.current.clientHeight / 2
    }
  }, [current])
  const most = Math.max(...years.map(({ shows }) => shows))
  return (
    <nav
      aria-label="Years"
      className="sticky top-(--notice,0px) z-10 -mx-4 bg-page/85 px-4 py-1 backdrop-blur-xl sm:-mx-8 sm:px-8 xl:top-10 xl:order-last xl:mx-0 xl:self-start xl:bg-transparent xl:p-0 xl:backdrop-blur-none"
    >
      <ol
        ref={strip}
        className="scrollbar-none relative flex gap-1 overflow-x-auto xl:max-h-[calc(100dvh-5rem)] xl:flex-col xl:gap-0 xl:overflow-y-auto"
      >
        {years.map(({ year, shows }) => (
          <li key={year} className="shrink-0">
            <a
              href={`#y${year}`}
              onClick={(event) => {
                event.preventDefault()
                openYear(year)
              }}
              aria-current={year === current ? 'true' : undefined}
              className={cn(
                'flex min-h-11 items-center gap-3 rounded-control px-3 text-14 text-soft tabular-nums transition-colors duration-feedback',
                'hover:text-ink aria-[current]:bg-ink/8 aria-[current]:font-medium aria-[current]:text-ink xl:min-h-8 pointer-coarse:xl:min-h-11',
              )}
            >
              {year}
              <span aria-hidden className="hidden h-1 flex-1 xl:block">
                <span
                  className="block h-full rounded-full bg-current opacity-40"
                  style={{ width: `${(shows / most) * 100}%` }}
                />
              </span>
              <span className="text-12 max-xl:sr-only">
                {shows}
                <span className="sr-only"> {shows === 1 ? 'show' : 'shows'}</span>
              </span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function openYear(year: number) {
  const heading = document.getElementById(`y${year}`)
  if (!heading) return
  heading.focus({ preventScroll: true })
  jumpTo(heading)
}
