import { getRouteApi } from '@tanstack/react-router'
import { ShowVideos } from '@/features/media/components/video-list'
import { useShow } from '@/features/shows/api'
import { tintOfShow } from '@/features/shows/model'

const route = getRouteApi('/open/shows/$showId')

/** Everyone's videos of the show; whoever attends adds to them. */
export function ShowVideosTab() {
  const { data: show } = useShow(route.useParams().showId)
  if (!show) return null
  return (
    <ShowVideos
      showId={show.id}
      tint={tintOfShow(show)}
      canAdd={show.my_attendance !== null}
      zone={show.time_zone}
    />
  )
}
