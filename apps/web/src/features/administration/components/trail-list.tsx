import type { AuditEvent } from '@sharemyshows/contract/audit'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ScrollText } from 'lucide-react'
import { dateIn, sayShortDate, timeIn } from '@/lib/dates'
import { DataCell, DataRow, DataTable } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { PagedList } from '@/ui/paged-list'
import type { TrailAddress } from '../address'
import { trailQuery } from '../api'
import { ACT_NAMES, sayDetails } from '../words'

/** What happened to accounts and settings, newest first. */
export function TrailList({ address }: { address: TrailAddress }) {
  const list = useInfiniteQuery(trailQuery(address))
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <PagedList
      list={list}
      loading="Loading the trail"
      empty={
        <EmptyState icon={<ScrollText />} title="Nothing of the kind">
          Sign-ins that were refused, changed roles, settings and whatever else concerns safety is written
          down here, and never changed.
        </EmptyState>
      }
    >
      {(events) => (
        <DataTable label="What happened" columns={['What', 'By', 'Concerning', 'When']}>
          {events.map((event) => (
            <TrailRow key={event.id} event={event} zone={zone} />
          ))}
        </DataTable>
      )}
    </PagedList>
  )
}

function TrailRow({ event, zone }: { event: AuditEvent; zone: string }) {
  const { act, actor, subject, details, created_at } = event
  const more = sayDetails(details)
  const itself = actor?.id !== null && actor?.id === subject?.id
  return (
    <DataRow>
      <DataCell as="wide" className="pr-0">
        <span className="font-medium">{ACT_NAMES[act]}</span>
        {more && <span className="wrap-anywhere block text-12 text-soft">{more}</span>}
      </DataCell>
      <DataCell className="text-soft">
        <span className="md:hidden">by </span>
        {actor ? <Somebody person={actor} /> : 'the server'}
      </DataCell>
      <DataCell className="text-soft">
        {subject && !itself && (
          <>
            <span className="md:hidden">concerning </span>
            <Somebody person={subject} />
          </>
        )}
      </DataCell>
      <DataCell className="text-soft tabular-nums md:whitespace-nowrap">
        <time dateTime={created_at}>
          {sayShortDate(dateIn(zone, created_at))}, {timeIn(zone, created_at)}
        </time>
      </DataCell>
    </DataRow>
  )
}

/** A name that narrows the trail to this person; somebody deleted is a pseudonym. */
function Somebody({ person: { id, name } }: { person: { id: string | null; name: string } }) {
  if (id === null) return <span className="font-mono text-12">{name}</span>
  return (
    <Link to="/admin/audit" search={{ person: id }} className="wrap-anywhere text-ink hover:underline">
      {name}
    </Link>
  )
}
