import type { OrganizerApplication } from '@sharemyshows/contract/organizers'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Inbox } from 'lucide-react'
import { sayAgo } from '@/lib/dates'
import { sayProblem } from '@/lib/problem'
import { Avatar } from '@/ui/avatar'
import { Badge } from '@/ui/badge'
import { Button } from '@/ui/button'
import { EmptyState } from '@/ui/empty-state'
import { PagedList } from '@/ui/paged-list'
import { toast } from '@/ui/toast'
import { requestsQuery, useDecide } from '../api'

/** Who asks to be an organiser, or what was decided. */
export function RequestsList({ state }: { state: 'pending' | 'decided' }) {
  const list = useInfiniteQuery(requestsQuery(state))
  const empty =
    state === 'pending' ? (
      <EmptyState icon={<Inbox />} title="Nobody is waiting">
        Whoever asks to be an organiser stands here until you decide; you get a mail, too.
      </EmptyState>
    ) : (
      <EmptyState icon={<Inbox />} title="Nothing decided yet">
        What you grant or decline is kept here.
      </EmptyState>
    )
  return (
    <PagedList list={list} loading="Loading requests" empty={empty}>
      {(requests) => (
        <ul className="divide-y divide-line">
          {requests.map((request) => (
            <RequestItem key={request.id} request={request} now={list.dataUpdatedAt} />
          ))}
        </ul>
      )}
    </PagedList>
  )
}

function RequestItem({ request, now }: { request: OrganizerApplication; now: number }) {
  const { id, person, message, state, created_at, decided_at } = request
  const name = person.display_name ?? person.username
  const decide = useDecide()
  const say = async (granted: boolean) => {
    try {
      await decide.mutateAsync({ id, granted })
      toast.done(granted ? `${name} is an organiser now` : `${name} stays an attendee`)
    } catch (error) {
      toast.failed(sayProblem(error))
    }
  }
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-3 py-4">
      <Avatar name={name} src={person.avatar} size={40} />
      <div className="min-w-0 flex-1 basis-60">
        <Link
          to="/profile/$username"
          params={{ username: person.username }}
          className="wrap-anywhere font-medium text-14 hover:underline"
        >
          {name}
        </Link>
        <p className="text-12 text-soft">
          {person.display_name && `@${person.username} · `}asked {sayAgo(created_at, now)}
          {decided_at && `, decided ${sayAgo(decided_at, now)}`}
        </p>
        {message && <p className="wrap-anywhere mt-2 whitespace-pre-line text-14">{message}</p>}
      </div>
      {state === 'pending' ? (
        <div className="flex gap-2">
          <Button aria-label={`Decline ${name}`} pending={decide.isPending} onClick={() => void say(false)}>
            Decline
          </Button>
          <Button
            variant="inverse"
            aria-label={`Make ${name} an organiser`}
            pending={decide.isPending}
            onClick={() => void say(true)}
          >
            Make an organiser
          </Button>
        </div>
      ) : (
        <Badge tone={state === 'granted' ? 'success' : 'plain'}>
          {state === 'granted' ? 'Granted' : 'Declined'}
        </Badge>
      )}
    </li>
  )
}
