import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useSession } from '@/features/accounts/session'
import { CommentsPanel } from '@/features/comments/components/comments-panel'
import { attendeesQuery, useShow } from '@/features/shows/api'

const route = getRouteApi('/open/shows/$showId')

/** What people say about the night; whoever is signed in may join in. */
export function ShowComments() {
  const { data: show } = useShow(route.useParams().showId)
  const { user } = useSession()
  if (!show) return null
  return <Opened showId={show.id} hidden={show.my_attendance?.audience === 'private'} me={user} />
}

type OpenedProps = { showId: string; hidden: boolean; me: ReturnType<typeof useSession>['user'] }

function Opened({ showId, hidden, me }: OpenedProps) {
  const attendees = useInfiniteQuery(attendeesQuery(showId))
  const people = attendees.data?.pages.flatMap(({ items }) => items.map(({ user }) => user)) ?? []
  const moderates = me?.role === 'moderator' || me?.role === 'admin'
  return (
    <CommentsPanel
      showId={showId}
      me={
        me && {
          id: me.id,
          username: me.username,
          display_name: me.display_name,
          avatar: me.avatar,
          moderates,
        }
      }
      people={people}
      readers={
        hidden
          ? 'Whoever can see this show can read it, with your name, though you keep your own part private.'
          : 'Whoever can see this show can read it, with your name.'
      }
    />
  )
}
