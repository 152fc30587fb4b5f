import { useQuery } from '@tanstack/react-query'
import { friendsActivityQuery } from '../api'
import { ActivityItem } from './activity-item'

/** What my friends did last; nothing where they did nothing. The rows are framed by whoever shows them. */
export function FriendsActivity({ frame }: { frame: (rows: React.ReactNode) => React.ReactNode }) {
  const { data: activities = [] } = useQuery(friendsActivityQuery)
  if (activities.length === 0) return null
  const now = Date.now()
  return frame(
    <ol className="grid gap-x-8 lg:grid-cols-2">
      {activities.map((activity) => (
        <ActivityItem key={activity.id} activity={activity} now={now} />
      ))}
    </ol>,
  )
}
