import { useInfiniteQuery } from '@tanstack/react-query'
import { CalendarPlus } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { EmptyState } from '@/ui/empty-state'
import { PagedList } from '@/ui/paged-list'
import { organizedQuery } from '../desk'
import type { Event } from '../model'
import { DeskStub } from './desk-stub'

type DeskListProps = {
  /** The way to another one, for those who may. */
  plan?: ReactNode
}

/** What I look after: drafts, what is to come, and what is over. */
export function DeskList({ plan }: DeskListProps) {
  const coming = useInfiniteQuery(organizedQuery('upcoming'))
  const past = useInfiniteQuery(organizedQuery('past'))
  const nothing = coming.data?.pages[0]?.items.length === 0
  return (
    <div className="flex flex-col gap-10">
      <PagedList
        list={coming}
        loading="Loading your events"
        empty={
          <EmptyState icon={<CalendarPlus />} title="No night ahead" action={plan}>
            Plan one as a draft, publish it when it is right, and see here who comes.
          </EmptyState>
        }
      >
        {(events) => <Coming events={events} />}
      </PagedList>
      {(!nothing || past.data?.pages[0]?.items.length !== 0) && (
        <PagedList list={past} loading="Loading past events" empty={null}>
          {(events) => <Stubs title="Past" events={events} />}
        </PagedList>
      )}
    </div>
  )
}

function Coming({ events }: { events: readonly Event[] }) {
  const { drafts = [], out = [] } = Object.groupBy(events, ({ visibility }) =>
    visibility === 'private' ? 'drafts' : 'out',
  )
  return (
    <>
      <Stubs title="Drafts" events={drafts} />
      <Stubs title="Coming" events={out} />
    </>
  )
}

function Stubs({ title, events }: { title: string; events: readonly Event[] }) {
  const heading = useId()
  if (events.length === 0) return null
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className="mb-3 text-20">
        {title}
      </h2>
      <ul className="grid gap-3 lg:grid-cols-2">
        {events.map((event) => (
          <li key={event.id}>
            <DeskStub event={event} />
          </li>
        ))}
      </ul>
    </section>
  )
}
