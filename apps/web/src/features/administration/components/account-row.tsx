import type { Account } from '@sharemyshows/contract/administration'
import { Link } from '@tanstack/react-router'
import { Ellipsis, ShieldCheck } from 'lucide-react'
import { sayAgo } from '@/lib/dates'
import { sayBytes } from '@/lib/sizes'
import { Avatar } from '@/ui/avatar'
import { Badge } from '@/ui/badge'
import { DataCell, DataRow } from '@/ui/data-table'
import { DropdownMenu } from '@/ui/dropdown-menu'
import { IconButton } from '@/ui/icon-button'
import type { AccountDeed } from '../api'
import { deedsFor } from '../deeds'
import { ROLE_NAMES } from '../words'

type AccountRowProps = {
  account: Account
  own: boolean
  /** When the list was read, in ms. */
  now: number
  onDeed: (deed: AccountDeed) => void
}

/** One account: who, as what, how much, and what can be done. */
export function AccountRow({ account, own, now, onDeed }: AccountRowProps) {
  const { username, display_name, avatar, email, email_verified, mfa_enabled, role, last_seen_at } = account
  const { shows, media, comments } = account.counts
  return (
    <DataRow>
      <DataCell as="wide">
        <div className="flex min-w-0 items-center gap-3">
          <Avatar name={display_name ?? username} src={avatar} size={36} />
          <div className="min-w-0">
            <Link
              to="/profile/$username"
              params={{ username }}
              className="wrap-anywhere font-medium hover:underline"
            >
              {display_name ?? username}
            </Link>
            <span className="wrap-anywhere block text-12 text-soft">
              {display_name && `@${username} · `}
              {email}
              {!email_verified && ' (not confirmed)'}
            </span>
          </div>
        </div>
      </DataCell>
      <DataCell>
        <div className="flex flex-wrap gap-1.5">
          <Badge tone={role === 'admin' ? 'accent' : 'plain'}>{ROLE_NAMES[role]}</Badge>
          {own && <Badge>You</Badge>}
          {mfa_enabled && (
            <Badge>
              <ShieldCheck aria-hidden />
              Two steps
            </Badge>
          )}
          {account.suspended_at && <Badge tone="danger">Suspended</Badge>}
          {account.leaves_at && <Badge tone="warning">Leaving</Badge>}
        </div>
      </DataCell>
      <DataCell className="text-soft tabular-nums md:whitespace-nowrap">
        {sayCount(shows, 'show')}, {sayCount(media, 'file')}, {sayCount(comments, 'comment')}
        <span className="md:hidden"> · </span>
        <span className="md:block">{sayBytes(account.storage)} stored</span>
      </DataCell>
      <DataCell className="text-soft md:whitespace-nowrap">
        {last_seen_at ? (
          <>
            <span className="md:hidden">Seen </span>
            {sayAgo(last_seen_at, now)}
          </>
        ) : (
          'Not seen for a while'
        )}
      </DataCell>
      <DataCell as="deeds">
        <DropdownMenu
          trigger={<IconButton label={`What to do with ${username}`} icon={<Ellipsis />} />}
          items={deedsFor(account, own).map(({ deed, label, danger }) => ({
            label,
            danger: danger ?? false,
            onSelect: () => onDeed(deed),
          }))}
        />
      </DataCell>
    </DataRow>
  )
}

const sayCount = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`
