import type { EventStats } from '@sharemyshows/contract/event-stats'
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { PencilLine, Ticket } from 'lucide-react'
import { useSession } from '@/features/accounts/session'
import { eventQuery } from '@/features/events/api'
import { DeskBadges } from '@/features/events/components/desk-badges'
import { DeskLive } from '@/features/events/components/desk-live'
import { DeskMenu } from '@/features/events/components/desk-menu'
import { DeskNotices } from '@/features/events/components/desk-notices'
import { DeskPanel } from '@/features/events/components/desk-panel'
import { DeskStaff } from '@/features/events/components/desk-staff'
import { numbersOf, statsQuery, useDeskNews } from '@/features/events/desk'
import { sayNight } from '@/features/events/desk-words'
import { type Event, tintOfEvent } from '@/features/events/model'
import { useNow } from '@/lib/hooks'
import { sayVenue } from '@/lib/places'
import { sayProblem } from '@/lib/problem'
import { buttonStyles } from '@/ui/button'
import { ErrorState } from '@/ui/error-state'
import { Skeleton } from '@/ui/skeleton'
import { NotYourDesk } from '../shell/not-your-desk'
import { NO_SHOW } from '../shell/nothing-here'
import { StagePage } from '../shell/stage-page'
import { Thing } from '../shell/thing'

const route = getRouteApi('/member/organizer/$eventId')
const NOW_EVERY_MS = 15_000

/** The desk of one event: how it goes, and everything that can be done about it. */
export function Desk() {
  const { eventId } = route.useParams()
  useDeskNews(eventId)
  return (
    <Thing query={useQuery(eventQuery(eventId))} missing={NO_SHOW}>
      {(event) => (event.my_role ? <Opened event={event} /> : <NotYourDesk event={event} />)}
    </Thing>
  )
}

function Opened({ event }: { event: Event }) {
  const { user } = useSession()
  const navigate = useNavigate()
  const stats = useQuery(statsQuery(event.id))
  const now = useNow(NOW_EVERY_MS)
  const toList = () => navigate({ to: '/organizer' })
  const place = sayVenue({ name: event.venue_name, city: event.venue_city })
  return (
    <StagePage
      tint={tintOfEvent(event)}
      kind={
        <span className="flex min-h-6 flex-wrap items-center gap-x-3 gap-y-2">
          <Link to="/organizer" className="inline-flex min-h-11 items-center hover:text-ink hover:underline">
            Your events
          </Link>
          <DeskBadges event={event} />
        </span>
      }
      name={event.title}
      lead={
        <>
          <time dateTime={event.date}>{sayNight(event)}</time>
          <span className="block">{place}</span>
        </>
      }
      picture={event.poster?.preview}
      numbers={numbersOf(event, stats.data, now)}
      actions={
        <DeskMenu
          event={event}
          organises={user?.role !== 'attendee'}
          onMade={(eventId) => navigate({ to: '/organizer/$eventId/edit', params: { eventId } })}
          onDeleted={toList}
        />
      }
      aside={<DeskStaff event={event} myId={user?.id ?? ''} onLeft={toList} />}
    >
      <div className="flex flex-wrap items-center gap-2">
        <Link to="/organizer/$eventId/edit" params={{ eventId: event.id }} className={buttonStyles()}>
          <PencilLine aria-hidden />
          Edit
        </Link>
        <Link to="/shows/$showId" params={{ showId: event.id }} className={buttonStyles()}>
          <Ticket aria-hidden />
          Its page
        </Link>
        <DeskLive updatedAt={stats.dataUpdatedAt} />
      </div>
      <DeskNotices event={event} />
      <Numbers event={event} stats={stats} now={now} />
    </StagePage>
  )
}

type NumbersProps = { event: Event; stats: UseQueryResult<EventStats>; now: number }

function Numbers({ event, stats: { data, error, refetch }, now }: NumbersProps) {
  if (data) return <DeskPanel event={event} stats={data} now={now} />
  if (error) return <ErrorState message={sayProblem(error)} onRetry={() => void refetch()} />
  return <Skeleton className="h-72 rounded-card" />
}
