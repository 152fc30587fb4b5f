import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { ChevronLeft } from 'lucide-react'
import { Timeline } from '@/features/history/components/timeline'
import { showQuery } from '@/features/shows/api'
import type { Show } from '@/features/shows/model'
import { sayShortDate } from '@/lib/dates'
import { ApiProblem, sayProblem } from '@/lib/problem'
import { ErrorState } from '@/ui/error-state'
import { NO_SHOW, NothingHere } from '../shell/nothing-here'
import { Page } from '../shell/page'
import { PageSkeleton } from '../shell/page-skeleton'
import { useSurvivor } from '../use-survivor'

const route = getRouteApi('/open/shows/$showId/history')

/** What was changed of a show, by whom and when, and the way back. */
export function ShowHistory() {
  const { showId } = route.useParams()
  const { data: show, error, refetch } = useQuery(showQuery(showId))
  useSurvivor({ asked: showId, found: show?.id })
  if (error instanceof ApiProblem && error.status === 404) {
    return <NothingHere {...NO_SHOW} />
  }
  if (show) return <Opened show={show} />
  if (!error) return <PageSkeleton />
  return <ErrorState heading="h1" message={sayProblem(error)} onRetry={refetch} />
}

function Opened({ show }: { show: Show }) {
  return (
    <Page
      narrow
      title="History"
      lead={
        <Link
          to="/shows/$showId"
          params={{ showId: show.id }}
          className="wrap-anywhere -ml-1.5 inline-flex min-h-11 items-center gap-1 hover:text-ink"
        >
          <ChevronLeft aria-hidden className="size-5 shrink-0" />
          {show.artist_name} at {show.venue_name}, {sayShortDate(show.show_date)}
        </Link>
      }
    >
      <Timeline showId={show.id} venueId={show.venue.id} mayEdit={show.my_attendance !== null} />
    </Page>
  )
}
