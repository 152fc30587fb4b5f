import type { Years } from '../model'
import { ComingUp } from './coming-up'
import type { View } from './show-list'
import { YearSection } from './year-section'

const MINE = { scope: 'mine' } as const

/** My whole diary: what is to come, then year by year back to the first. */
export function MyDiary({ years, view }: { years: Years; view: View }) {
  return (
    <>
      <ComingUp filter={MINE} className="mb-10" />
      <div className="flex flex-col gap-10">
        {years.map(({ year, shows }) => (
          <YearSection key={year} year={year} shows={shows} view={view} />
        ))}
      </div>
    </>
  )
}
