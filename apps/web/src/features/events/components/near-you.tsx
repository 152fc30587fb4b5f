import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { filterOf } from '../address'
import { eventsQuery } from '../api'
import { keptPlace, type Whereabouts } from '../whereabouts'
import { EventStub } from './event-stub'

const AT_MOST = 4

/** What is on this week around the place one looked last; nothing at all when nothing is, or nobody has said where. */
export function NearYou({ today }: { today: string }) {
  const [place] = useState(keptPlace)
  return place && <Near today={today} place={place} />
}

function Near({ today, place }: { today: string; place: Whereabouts }) {
  const address = { near: place.near, place: place.place, when: 'week' } as const
  const { data } = useInfiniteQuery(eventsQuery(filterOf(address, today)))
  const events = data?.pages[0]?.items.slice(0, AT_MOST) ?? []
  if (events.length === 0) return null
  return (
    <section aria-labelledby="near-you">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="near-you" className="text-28">
          Near you this week
        </h2>
        <Link
          to="/discover"
          search={address}
          className="inline-flex min-h-11 items-center text-14 text-accent hover:underline"
        >
          All of it
        </Link>
      </div>
      <ul className="grid gap-3 lg:grid-cols-2">
        {events.map((event) => (
          <li key={event.id} className="min-w-0">
            <EventStub event={event} />
          </li>
        ))}
      </ul>
    </section>
  )
}
