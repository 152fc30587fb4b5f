import type { Attendee } from '@sharemyshows/contract/attendance'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { smallPicture } from '@/lib/picture'
import { sayProblem } from '@/lib/problem'
import { Avatar } from '@/ui/avatar'
import { Button } from '@/ui/button'
import { LoadMoreButton } from '@/ui/load-more'
import { Skeleton } from '@/ui/skeleton'
import { attendeesQuery } from '../api'
import type { Show } from '../model'
import { usePhase } from '../use-phase'

const HEADING = { before: 'Who is going', during: 'Who is here', after: 'Who was there' }
const STATE = { going: 'Going', here: 'Here', attended: 'Was there' }
const ANSWER = { going: 'Going', maybe: 'Maybe', waitlist: 'On the waitlist', no: 'Not going' }
/** What goes without saying under the heading. */
const PLAIN = { before: 'going', during: undefined, after: 'attended' }

/** The people of the show, as far as I may know them. */
export function Attendees({ show, myId }: { show: Show; myId: string | undefined }) {
  const phase = usePhase(show)
  const list = useInfiniteQuery(attendeesQuery(show.id))
  const people = list.data?.pages.flatMap((page) => page.items)
  return (
    <section aria-labelledby="people">
      <h2 id="people" className="flex items-baseline gap-2 text-20">
        {HEADING[phase]}
        <span className="font-normal font-text text-14 text-soft">{show.counts.attendees}</span>
      </h2>
      {list.isError && !people && (
        <p role="alert" className="mt-2 text-14 text-soft">
          {sayProblem(list.error)}
          <Button size="small" variant="ghost" onClick={() => list.refetch()}>
            Try again
          </Button>
        </p>
      )}
      {list.isPending && <Skeleton className="mt-3 h-10" />}
      {people?.length === 0 && <p className="mt-2 text-14 text-soft">Nobody who lets you see it.</p>}
      <ul className="mt-3 flex flex-col gap-3">
        {people?.map((one) => (
          <Person
            key={one.user.id}
            one={one}
            mine={one.user.id === myId}
            plain={one.state === PLAIN[phase]}
          />
        ))}
      </ul>
      <LoadMoreButton {...list} />
    </section>
  )
}

function Person({ one, mine, plain }: { one: Attendee; mine: boolean; plain: boolean }) {
  const name = one.user.display_name ?? one.user.username
  return (
    <li className="flex items-center gap-3">
      <Avatar name={name} src={smallPicture(one.user)} size={36} />
      <span className="min-w-0">
        <span className="block truncate font-medium text-14">
          <Link
            to="/profile/$username"
            params={{ username: one.user.username }}
            className="-my-2 inline-block py-2 hover:text-accent"
          >
            {name}
          </Link>
          {mine && <span className="font-normal text-soft"> (you)</span>}
        </span>
        {!plain && <span className="block text-12 text-soft">{wordFor(one)}</span>}
      </span>
    </li>
  )
}

/** What somebody is at the show or, before she has anything of it, what she answered. */
const wordFor = ({ state, rsvp }: Attendee): string | null =>
  state ? STATE[state] : rsvp === null ? null : ANSWER[rsvp]
