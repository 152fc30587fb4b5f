import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { eventQuery } from '@/features/events/api'
import { EventAbout } from '@/features/events/components/event-about'
import { useShow } from '@/features/shows/api'
import { CoverLink } from '@/features/shows/components/cover-link'
import { LineUp } from '@/features/shows/components/line-up'
import { MyNight } from '@/features/shows/components/my-night'
import { DuplicatesNotice } from '../duplicates-notice'

const route = getRouteApi('/open/shows/$showId')

/** What an organiser says of it, my night and the bill; venue and people stand in the context column. */
export function ShowInfo() {
  const { showId } = route.useParams()
  const { data: show } = useShow(showId)
  const { data: event } = useQuery({ ...eventQuery(showId), enabled: show?.event === true })
  if (!show) return null
  return (
    <div className="flex flex-col gap-10">
      {event && <EventAbout event={event} />}
      <CoverLink show={show} className="aspect-2/1 lg:hidden" />
      {show.my_attendance && <MyNight show={show} />}
      {show.lineup.length > 0 && <LineUp show={show} />}
      <DuplicatesNotice kind="show" id={show.id} />
    </div>
  )
}
