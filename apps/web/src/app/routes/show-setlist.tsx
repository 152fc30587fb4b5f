import { getRouteApi } from '@tanstack/react-router'
import { SetlistPanel } from '@/features/setlist/components/setlist-panel'
import { useShow } from '@/features/shows/api'

const route = getRouteApi('/open/shows/$showId')

/** What was played; whoever attends may write it down. */
export function ShowSetlist() {
  const { data: show } = useShow(route.useParams().showId)
  if (!show) return null
  return <SetlistPanel showId={show.id} headliner={show.artist_name} canEdit={show.my_attendance !== null} />
}
