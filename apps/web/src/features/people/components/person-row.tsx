import type { Person } from '@sharemyshows/contract/accounts'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Avatar } from '@/ui/avatar'
import { nameOf } from '../friends'

type PersonRowProps = {
  person: Person
  /** What connects us, in a few words. */
  detail?: ReactNode
  /** What can be done. */
  children?: ReactNode
}

/** Somebody on a line: the face and the name lead to the profile. */
export function PersonRow({ person, detail, children }: PersonRowProps) {
  const name = nameOf(person)
  const facts = [person.display_name && `@${person.username}`, detail].filter(Boolean)
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b py-3">
      <Link
        to="/profile/$username"
        params={{ username: person.username }}
        className="group flex min-h-11 min-w-0 flex-1 basis-48 items-center gap-3"
      >
        <Avatar name={name} src={person.avatar} size={44} />
        <span className="min-w-0">
          <span className="block truncate font-medium group-hover:underline">{name}</span>
          {facts.length > 0 && <span className="block truncate text-12 text-soft">{facts.join(' · ')}</span>}
        </span>
      </Link>
      {children}
    </li>
  )
}

/** How many shows both were at, in words; nothing for none. */
export const sayShared = (shows: number): string | undefined =>
  shows === 0 ? undefined : shows === 1 ? '1 show together' : `${shows} shows together`
