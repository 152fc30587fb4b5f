import { getRouteApi } from '@tanstack/react-router'
import { ShowPhotos } from '@/features/media/components/show-photos'
import { useShow } from '@/features/shows/api'

const route = getRouteApi('/open/shows/$showId')

/** Everyone's photos of the show; whoever attends adds to them. */
export function ShowPhotosTab() {
  const { data: show } = useShow(route.useParams().showId)
  if (!show) return null
  return <ShowPhotos showId={show.id} canAdd={show.my_attendance !== null} zone={show.time_zone} />
}
