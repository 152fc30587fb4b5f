import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { instanceQuery } from '@/features/accounts/instance'
import { SetlistPanel } from '@/features/setlist/components/setlist-panel'
import { useShow } from '@/features/shows/api'
import { phaseOf } from '@/features/shows/model'

const route = getRouteApi('/open/shows/$showId')

/** What was played; whoever attends may write it down. */
export function ShowSetlist() {
  const { data: show } = useShow(route.useParams().showId)
  const { data: instance } = useQuery(instanceQuery)
  if (!show) return null
  const finds = instance?.asks.includes('setlistfm') === true && phaseOf(show, Date.now()) !== 'before'
  const { id, artist_name, my_attendance } = show
  return <SetlistPanel showId={id} headliner={artist_name} canEdit={my_attendance !== null} finds={finds} />
}
