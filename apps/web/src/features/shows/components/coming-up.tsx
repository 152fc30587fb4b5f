import { useInfiniteQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { showsQuery } from '../api'
import { type DiarySearch, filterOf } from '../filter'
import { LoadMoreButton } from './load-more'
import { LAYOUT } from './show-list'
import { ShowStub } from './show-stub'

/** What is still to come, soonest first; nothing at all when there is nothing. */
export function ComingUp({ search }: { search: DiarySearch }) {
  const heading = useId()
  const list = useInfiniteQuery(showsQuery('upcoming', filterOf(search)))
  const shows = list.data?.pages.flatMap((page) => page.items) ?? []
  if (shows.length === 0) return null
  return (
    <section aria-labelledby={heading} className="mb-10">
      <h2 id={heading} className="mb-3 text-28">
        Coming up
      </h2>
      <ul className={LAYOUT.timeline}>
        {shows.map((show) => (
          <li key={show.id} className="min-w-0">
            <ShowStub show={show} coming />
          </li>
        ))}
      </ul>
      <LoadMoreButton {...list} />
    </section>
  )
}
