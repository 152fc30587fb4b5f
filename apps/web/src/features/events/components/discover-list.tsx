import { useInfiniteQuery } from '@tanstack/react-query'
import { sayProblem } from '@/lib/problem'
import { ErrorState } from '@/ui/error-state'
import { LoadMore } from '@/ui/load-more'
import { Skeleton } from '@/ui/skeleton'
import { type DiscoverAddress, filterOf } from '../address'
import { eventsQuery } from '../api'
import { groupByNight } from '../nights'
import { DiscoverEmpty } from './discover-empty'
import { EventStub } from './event-stub'

type DiscoverListProps = {
  address: DiscoverAddress
  onChange: (address: DiscoverAddress) => void
  today: string
  lit: string | null
  onLight: (id: string | null) => void
}

/** Events to come by night, as far down as one goes. */
export function DiscoverList({ address, onChange, today, lit, onLight }: DiscoverListProps) {
  const list = useInfiniteQuery(eventsQuery(filterOf(address, today)))
  if (list.isPending) return <Waiting />
  if (!list.data) return <ErrorState message={sayProblem(list.error)} onRetry={list.refetch} />
  const events = list.data.pages.flatMap((page) => page.items)
  return (
    <div aria-busy={list.isPlaceholderData} className={list.isPlaceholderData ? 'opacity-60' : undefined}>
      <p role="status" className="sr-only">
        {sayCount(events.length, list.hasNextPage)}
      </p>
      {events.length === 0 && <DiscoverEmpty address={address} onChange={onChange} />}
      <div className="flex flex-col gap-8">
        {groupByNight(events).map(({ date, name, items }) => (
          <section key={date} aria-labelledby={`night-${date}`}>
            <h2 id={`night-${date}`} className="mb-3 flex items-baseline gap-2 text-20">
              {name}
              <span className="font-normal font-text text-14 text-soft">{items.length}</span>
            </h2>
            <ul className="grid gap-3">
              {items.map((event) => (
                <li key={event.id} className="min-w-0">
                  <EventStub event={event} lit={lit === event.id} onLight={onLight} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <LoadMore {...list} />
    </div>
  )
}

const sayCount = (count: number, more: boolean) =>
  count === 1 && !more ? 'One event' : `${count} events${more ? ', and more further down' : ''}`

const PLACES = ['first', 'second', 'third', 'fourth', 'fifth']

function Waiting() {
  return (
    <div role="status" className="flex flex-col gap-3">
      <span className="sr-only">Looking for events</span>
      <Skeleton className="mb-1 h-6 w-32" />
      {PLACES.map((place) => (
        <Skeleton key={place} className="h-31 rounded-card" />
      ))}
    </div>
  )
}
