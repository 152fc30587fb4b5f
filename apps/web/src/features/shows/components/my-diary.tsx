import type { Years } from '../model'
import { ComingUp } from './coming-up'
import type { View } from './show-list'
import { YearSection } from './year-section'

const MINE = {}

/** My whole diary: what is to come, then year by year back to the first. */
export function MyDiary({ years, view }: { years: Years; view: View }) {
  return (
    <>
      <ComingUp search={MINE} />
      <div className="flex flex-col gap-10">
        {years.map(({ year, shows }) => (
          <YearSection key={year} year={year} shows={shows} view={view} />
        ))}
      </div>
    </>
  )
}
