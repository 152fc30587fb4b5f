import { useEffect, useState } from 'react'

/** A line at a third of the window's height: the section that crosses it is the one being looked at. */
const LINE = '-33% 0px -66% 0px'

/** The year whose section is being looked at, among those marked with `data-year`; undefined above the first. */
export function useYearInView(years: readonly number[]): number | undefined {
  const [year, setYear] = useState<number>()
  const known = years.join()
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        const crossing = entries.find(({ isIntersecting }) => isIntersecting)
        if (crossing) setYear(Number((crossing.target as HTMLElement).dataset.year))
      },
      { rootMargin: LINE },
    )
    for (const each of known.split(',')) {
      const section = document.querySelector(`[data-year="${each}"]`)
      if (section) observer.observe(section)
    }
    return () => observer.disconnect()
  }, [known])
  return year
}
