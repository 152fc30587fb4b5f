import type { ShowFilter } from '@sharemyshows/contract/shows'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Button } from '@/ui/button'
import { LoadMoreButton } from '@/ui/load-more'
import { showsQuery } from '../api'
import { LAYOUT } from './show-list'
import { type About, ShowStub } from './show-stub'

const AT_FIRST = 4

type ComingUpProps = { filter: Partial<ShowFilter>; about?: About | undefined; className?: string }

/** What is still to come, soonest first; nothing at all when there is nothing. */
export function ComingUp({ filter, about, className }: ComingUpProps) {
  const heading = useId()
  const list = useInfiniteQuery(showsQuery('upcoming', filter))
  const shows = list.data?.pages.flatMap((page) => page.items) ?? []
  const [all, setAll] = useState(false)
  if (shows.length === 0) return null
  const hidden = all ? 0 : Math.max(0, shows.length - AT_FIRST)
  return (
    <section aria-labelledby={heading} className={className}>
      <h2 id={heading} className="mb-3 text-28">
        Coming up
      </h2>
      <ul className={LAYOUT.timeline}>
        {shows.slice(0, shows.length - hidden).map((show) => (
          <li key={show.id} className="min-w-0">
            <ShowStub show={show} about={about} coming />
          </li>
        ))}
      </ul>
      {hidden > 0 ? (
        <Button variant="ghost" className="mt-2 -ml-4 text-soft" onClick={() => setAll(true)}>
          {hidden} more to come
        </Button>
      ) : (
        <LoadMoreButton {...list} />
      )}
    </section>
  )
}
