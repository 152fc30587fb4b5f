import type { Show } from '../model'
import { ShowPoster } from './show-poster'
import { ShowStub } from './show-stub'

export type View = 'timeline' | 'posters'

/** How many shows stand side by side; the skeletons use the same. */
export const LAYOUT: Record<View, string> = {
  timeline: 'grid gap-3 lg:grid-cols-2',
  posters: 'grid grid-cols-2 gap-3 sm:grid-cols-3 sm:gap-4 lg:grid-cols-4',
}

/** Shows as tickets or as posters. */
export function ShowList({ shows, view }: { shows: readonly Show[]; view: View }) {
  return (
    <ul className={LAYOUT[view]}>
      {shows.map((show) => (
        <li key={show.id} className="min-w-0">
          {view === 'posters' ? <ShowPoster show={show} /> : <ShowStub show={show} />}
        </li>
      ))}
    </ul>
  )
}
