import type { PublicProfile } from '@sharemyshows/contract/people'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Dialog } from '@/ui/dialog'
import { PagedList } from '@/ui/paged-list'
import { followsQuery, nameOf, type Side } from '../friends'
import { PersonRow } from './person-row'

const linkStyles = 'inline-flex min-h-11 items-center text-14 text-soft hover:text-ink hover:underline'

/** How many follow somebody and whom she follows; each opens who they are. */
export function FollowLists({ person }: { person: PublicProfile }) {
  const [open, setOpen] = useState<Side>()
  if (person.counts === null) return null
  const { followers, following } = person.counts
  return (
    <div className="flex gap-4">
      <button
        type="button"
        className={linkStyles}
        disabled={followers === 0}
        onClick={() => setOpen('followers')}
      >
        {followers === 1 ? '1 follower' : `${followers} followers`}
      </button>
      <button
        type="button"
        className={linkStyles}
        disabled={following === 0}
        onClick={() => setOpen('following')}
      >
        {following} following
      </button>
      {open && (
        <Dialog
          open
          onOpenChange={(stays) => !stays && setOpen(undefined)}
          title={open === 'followers' ? `Who follows ${nameOf(person)}` : `Whom ${nameOf(person)} follows`}
        >
          <People userId={person.id} side={open} />
        </Dialog>
      )}
    </div>
  )
}

function People({ userId, side }: { userId: string; side: Side }) {
  const list = useInfiniteQuery(followsQuery(userId, side))
  return (
    <PagedList list={list} loading="Loading people" empty={<p className="py-4 text-14 text-soft">Nobody.</p>}>
      {(people) => (
        <ul>
          {people.map((person) => (
            <PersonRow key={person.id} person={person} />
          ))}
        </ul>
      )}
    </PagedList>
  )
}
