import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Users } from 'lucide-react'
import { useState } from 'react'
import { smallPicture } from '@/lib/picture'
import { Avatar } from '@/ui/avatar'
import { Dialog } from '@/ui/dialog'
import { presentQuery } from '../api'
import { nameOf } from '../model'

const FACES = 3

/** Who has the room open now: some faces and how many, and behind them the names. */
export function PresentNow({ showId }: { showId: string }) {
  const { data } = useQuery(presentQuery(showId))
  const [open, setOpen] = useState(false)
  if (!data || data.active === 0) return null
  const { items, active } = data
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        className="flex min-h-11 shrink-0 items-center gap-2 rounded-control px-2 text-soft hover:bg-ink/8 hover:text-ink"
      >
        <span aria-hidden className="-space-x-2 flex max-sm:hidden">
          {items.slice(0, FACES).map((person) => (
            <Avatar
              key={person.id}
              name={nameOf(person)}
              src={smallPicture(person)}
              size={28}
              className="ring-2 ring-page"
            />
          ))}
        </span>
        <Users aria-hidden className="size-4 sm:hidden" />
        <span className="text-12 tabular-nums">
          {active} <span className="max-sm:sr-only">here now</span>
        </span>
      </button>
      <Dialog open={open} onOpenChange={setOpen} title={`${active} here now`}>
        <ul className="flex flex-col">
          {items.map((person) => (
            <li key={person.id}>
              <Link
                to="/profile/$username"
                params={{ username: person.username }}
                className="flex min-h-14 items-center gap-3 rounded-control px-2 hover:bg-ink/6"
              >
                <Avatar name={nameOf(person)} src={smallPicture(person)} />
                <span className="min-w-0">
                  <span className="block truncate">{nameOf(person)}</span>
                  <span className="block truncate text-12 text-soft">@{person.username}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
        {active > items.length && (
          <p className="px-2 pt-3 text-14 text-soft">and {active - items.length} more</p>
        )}
      </Dialog>
    </>
  )
}
