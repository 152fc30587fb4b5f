import { useQuery } from '@tanstack/react-query'
import { Ellipsis, KeyRound, UserMinus } from 'lucide-react'
import { useId, useState } from 'react'
import { smallPicture } from '@/lib/picture'
import { sayProblem } from '@/lib/problem'
import { Avatar } from '@/ui/avatar'
import { Badge } from '@/ui/badge'
import { Button } from '@/ui/button'
import { DropdownMenu, type MenuItem } from '@/ui/dropdown-menu'
import { IconButton } from '@/ui/icon-button'
import { Skeleton } from '@/ui/skeleton'
import { staffQuery } from '../desk'
import { type Change, StaffDialog } from './desk-staff-dialog'
import { StaffSearch } from './desk-staff-search'

type DeskStaffProps = {
  event: { id: string; title: string; my_role: 'owner' | 'editor' | null }
  myId: string
  /** I look after it no longer. */
  onLeft: () => unknown
}

type Member = {
  user: { id: string; username: string; display_name: string | null; avatar: string | null }
  role: 'owner' | 'editor'
}

/** Who looks after the event; the owner asks others to help, hands it over, and lets them go. */
export function DeskStaff({ event, myId, onLeft }: DeskStaffProps) {
  const heading = useId()
  const { data, error, refetch } = useQuery(staffQuery(event.id))
  const [change, setChange] = useState<Change>()
  const owns = event.my_role === 'owner'
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className="mb-2 text-20">
        Who looks after it
      </h2>
      {error && !data && (
        <p role="alert" className="flex flex-wrap items-center gap-3 text-14 text-soft">
          {sayProblem(error)}
          <Button size="small" onClick={() => void refetch()}>
            Try again
          </Button>
        </p>
      )}
      {!data && !error && <Skeleton className="h-14" />}
      <ul aria-labelledby={heading}>
        {data?.map((member) => (
          <Row
            key={member.user.id}
            member={member}
            items={deedsOf(member, { owns, myId, choose: setChange })}
          />
        ))}
      </ul>
      {owns && <StaffSearch id={event.id} staff={data?.map(({ user }) => user.id) ?? []} />}
      <StaffDialog
        event={event}
        myId={myId}
        change={change}
        onClose={() => setChange(undefined)}
        onLeft={onLeft}
      />
    </section>
  )
}

function Row({ member: { user, role }, items }: { member: Member; items: MenuItem[] }) {
  const name = user.display_name ?? user.username
  return (
    <li className="flex min-h-14 items-center gap-3 border-line border-b py-1.5">
      <Avatar name={name} src={smallPicture(user)} size={40} />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium text-14">{name}</span>
        {user.display_name && <span className="block truncate text-12 text-soft">@{user.username}</span>}
      </span>
      {role === 'owner' && <Badge>Owner</Badge>}
      {items.length > 0 && (
        <DropdownMenu trigger={<IconButton label={`More for ${name}`} icon={<Ellipsis />} />} items={items} />
      )}
    </li>
  )
}

type Deeds = { owns: boolean; myId: string; choose: (change: Change) => void }

function deedsOf({ user, role }: Member, { owns, myId, choose }: Deeds): MenuItem[] {
  if (role === 'owner') return []
  const remove = { icon: <UserMinus />, danger: true, onSelect: () => choose({ user, role: null }) }
  if (user.id === myId) return [{ ...remove, label: 'Stop helping' }]
  if (!owns) return []
  return [
    { label: 'Hand the event over', icon: <KeyRound />, onSelect: () => choose({ user, role: 'owner' }) },
    { ...remove, label: 'Remove' },
  ]
}
