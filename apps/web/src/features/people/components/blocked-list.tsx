import type { Person } from '@sharemyshows/contract/accounts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { sayProblem } from '@/lib/problem'
import { Avatar } from '@/ui/avatar'
import { Button } from '@/ui/button'
import { Skeleton } from '@/ui/skeleton'
import { toast } from '@/ui/toast'
import { blocksQuery, useBlock } from '../api'

/** Whom I have blocked, each with the way back. */
export function BlockedList() {
  const list = useInfiniteQuery(blocksQuery)
  const people = list.data?.pages.flatMap((page) => page.items.map(({ user }) => user))
  if (list.isError && !people) {
    return (
      <p role="alert" className="text-14 text-soft">
        {sayProblem(list.error)}
        <Button size="small" variant="ghost" onClick={() => list.refetch()}>
          Try again
        </Button>
      </p>
    )
  }
  if (!people) return <Skeleton className="h-11" />
  if (people.length === 0) {
    return (
      <p className="text-14 text-soft">
        Nobody. To block somebody, open their profile and choose Block from its menu.
      </p>
    )
  }
  return (
    <>
      <ul className="divide-y divide-line">
        {people.map((person) => (
          <Blocked key={person.id} person={person} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button className="mt-3" pending={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          Show more
        </Button>
      )}
    </>
  )
}

function Blocked({ person }: { person: Person }) {
  const block = useBlock()
  const name = person.display_name ?? person.username
  // The line is gone by the time that its toast is answered, so nothing here waits for callbacks of its own.
  const change = (blocked: boolean) =>
    block.mutateAsync({ id: person.id, blocked }).then(
      () => true,
      (error) => void toast.failed(sayProblem(error)),
    )
  const unblock = async () => {
    if (!(await change(false))) return
    toast.done(`${name} is not blocked any more`, { label: 'Undo', onClick: () => void change(true) })
  }
  return (
    <li className="flex items-center gap-3 py-2">
      <Avatar name={name} size={36} />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium text-14">{name}</span>
        {person.display_name && <span className="block truncate text-12 text-soft">@{person.username}</span>}
      </span>
      <Button size="small" pending={block.isPending} onClick={() => void unblock()}>
        Unblock<span className="sr-only"> {name}</span>
      </Button>
    </li>
  )
}
