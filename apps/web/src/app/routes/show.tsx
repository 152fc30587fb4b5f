import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Outlet, useMatch, useMatches } from '@tanstack/react-router'
import { ImagePlus } from 'lucide-react'
import { useState } from 'react'
import { useSession } from '@/features/accounts/session'
import { eventQuery } from '@/features/events/api'
import { AnswerButton } from '@/features/events/components/answer-button'
import { ArriveSheet } from '@/features/events/components/arrive-sheet'
import { EventHero } from '@/features/events/components/event-hero'
import { EventNotices } from '@/features/events/components/event-notices'
import { EventPlace } from '@/features/events/components/event-place'
import { type Event, tintOfEvent } from '@/features/events/model'
import { DropAnywhere } from '@/features/media/components/drop-anywhere'
import { PickMedia } from '@/features/media/components/pick-media'
import { useShow } from '@/features/shows/api'
import { AttendBar } from '@/features/shows/components/attend-bar'
import { Attendees } from '@/features/shows/components/attendees'
import { RemoveDialog } from '@/features/shows/components/remove-dialog'
import { ShowHero } from '@/features/shows/components/show-hero'
import { ShowMenu } from '@/features/shows/components/show-menu'
import { ShowSkeleton } from '@/features/shows/components/show-skeleton'
import { ShowTabs } from '@/features/shows/components/show-tabs'
import { StrangerBar } from '@/features/shows/components/stranger-bar'
import { VenueBlock } from '@/features/shows/components/venue-block'
import { isWorthAsking, type Show, sayWhen, tintOfShow } from '@/features/shows/model'
import { useLeaving } from '@/features/shows/use-leaving'
import { usePhase } from '@/features/shows/use-phase'
import { useShowNews } from '@/features/shows/use-show-news'
import { cn } from '@/lib/cn'
import { usePageTitle } from '@/lib/hooks'
import { ApiProblem, sayProblem } from '@/lib/problem'
import { ErrorState } from '@/ui/error-state'
import { StageLight } from '@/ui/stage-light'
import { BackLink } from '../shell/back-link'
import { NO_SHOW, NothingHere } from '../shell/nothing-here'
import { useSendMedia } from '../use-send-media'
import { useSurvivor } from '../use-survivor'

const route = getRouteApi('/open/shows/$showId')

/** A show: its ticket, my part in it, and its tabs below. */
export function ShowPage() {
  const { showId } = route.useParams()
  const { user } = useSession()
  const { data: show, error, refetch } = useShow(showId)
  // only an event that cannot be read is shown as the show it is: its head and its button would be others a moment later
  const { data: event, isLoading } = useQuery({ ...eventQuery(showId), enabled: show?.event === true })
  useShowNews(showId)
  useSurvivor({ asked: showId, found: show?.id })
  if (error instanceof ApiProblem && error.status === 404) {
    return <NothingHere {...NO_SHOW} />
  }
  if (show && !isLoading)
    return <Opened show={untilItEnds(show, event)} event={event} signedIn={user !== null} />
  if (!error) return <ShowSkeleton />
  return <ErrorState heading="h1" message={sayProblem(error)} onRetry={refetch} />
}

/** An event knows when it is over. */
const untilItEnds = (show: Show, event: Event | undefined): Show =>
  event ? { ...show, ends_at: event.ends_at } : show

type OpenedProps = { show: Show; event: Event | undefined; signedIn: boolean }

function Opened({ show, event, signedIn }: OpenedProps) {
  const [removing, setRemoving] = useState(false)
  const { toDiary, leaveAtOnce } = useLeaving(show)
  const leave = () => (isWorthAsking(show) ? setRemoving(true) : leaveAtOnce())
  usePageTitle(`${show.artist_name} at ${show.venue_name}`)
  return (
    <StageLight tint={event ? tintOfEvent(event) : tintOfShow(show)} from="30%">
      <div
        className={cn(
          'mx-auto w-full px-4 pt-[calc(var(--header,0px)+0.5rem)] pb-16 sm:px-8 sm:pt-[calc(var(--header,0px)+1.5rem)]',
          signedIn ? 'max-w-5xl xl:max-w-7xl' : 'max-w-6xl',
        )}
      >
        <div className="mb-2 flex min-h-11 items-center justify-between gap-2">
          <BackLink subject={show.id} signedIn={signedIn} />
          <ShowMenu show={show} onRemove={leave} />
        </div>
        <Hero show={show} event={event} />
        <div className="mt-5 mb-8">
          {signedIn ? (
            <AttendBar show={show} onCancel={leave} {...(event && partsOf(event))}>
              <AddMediaButton show={show} />
            </AttendBar>
          ) : (
            show.status === 'scheduled' && <StrangerBar show={show} />
          )}
        </div>
        <ShowTabs show={show} />
        <div className="mt-6 sm:mt-8">
          <WithContext show={show} event={event} />
        </div>
      </div>
      <RemoveDialog show={show} open={removing} onOpenChange={setRemoving} onRemoved={toDiary} />
    </StageLight>
  )
}

function Hero({ show, event }: Omit<OpenedProps, 'signedIn'>) {
  const phase = usePhase(show)
  if (event === undefined) return <ShowHero show={show} />
  return (
    <div className="flex flex-col gap-4">
      <EventHero event={event} when={phase === 'before' ? sayWhen(show) : undefined} />
      <EventNotices event={event} />
    </div>
  )
}

/** What an event has instead of the plain button: an answer before its doors, an arrival the device vouches for after. */
const partsOf = (event: Event): Pick<Parameters<typeof AttendBar>[0], 'answer' | 'arrival'> => ({
  answer: <AnswerButton event={event} />,
  arrival: (arriving) => <ArriveSheet event={event} {...arriving} />,
})

/** Takes media from any tab, by drop and paste, too; the tabs of media have buttons of their own. */
function AddMediaButton({ show }: { show: Show }) {
  const send = useSendMedia(show.id)
  const onMedia = useMatches({ select: (matches) => MEDIA_TABS.test(matches.at(-1)?.fullPath ?? '') })
  const phase = usePhase(show)
  if (show.my_attendance === null) return null
  return (
    <>
      <DropAnywhere onFiles={send} />
      {!onMedia && phase !== 'before' && (
        <PickMedia onFiles={send}>
          <ImagePlus aria-hidden />
          Add photos and more
        </PickMedia>
      )}
    </>
  )
}

const MEDIA_TABS = /\/(?:photos|audio|videos)$/

/** The open tab with the context column; where there is no room beside it, only the info tab has it below. */
function WithContext({ show, event }: Omit<OpenedProps, 'signedIn'>) {
  const { user } = useSession()
  const onInfo = useMatch({ from: '/open/shows/$showId/', shouldThrow: false }) !== undefined
  return (
    <div className="grid gap-10 xl:grid-cols-[minmax(0,1fr)_20rem] xl:gap-12">
      <div className="min-w-0">
        <Outlet />
      </div>
      <aside className={cn('flex min-w-0 flex-col gap-8', !onInfo && 'max-xl:hidden')}>
        <div className="flex flex-col gap-4">
          {event && <EventPlace event={event} />}
          <VenueBlock show={show} />
        </div>
        <Attendees show={show} myId={user?.id} />
      </aside>
    </div>
  )
}
