import { Link } from '@tanstack/react-router'
import { CalendarX2, EyeOff, UsersRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { buttonStyles } from '@/ui/button'
import type { Event } from '../model'

/** What is unusual about an event: called off, not out yet, for friends; and the way to its desk. */
export function EventNotices({ event }: { event: Event }) {
  const { status, cancel_reason, visibility, my_role } = event
  return (
    <div className="flex flex-col gap-3 empty:hidden">
      {status === 'cancelled' && (
        <Notice tone="text-danger" icon={<CalendarX2 aria-hidden />} title="This night is cancelled">
          {cancel_reason && <span className="whitespace-pre-line">{cancel_reason}</span>}
        </Notice>
      )}
      {visibility === 'private' && (
        <Notice tone="text-warning" icon={<EyeOff aria-hidden />} title="A draft">
          Only those who look after it see it.
        </Notice>
      )}
      {visibility === 'friends' && (
        <Notice
          tone="text-soft"
          icon={<UsersRound aria-hidden />}
          title={`For friends of ${event.organizer.display_name ?? event.organizer.username}`}
        >
          A link opens it for them alone.
        </Notice>
      )}
      {my_role && (
        <Link
          to="/organizer/$eventId"
          params={{ eventId: event.id }}
          className={buttonStyles({ className: 'w-fit' })}
        >
          Your desk
        </Link>
      )}
    </div>
  )
}

type NoticeProps = { tone: string; icon: ReactNode; title: string; children?: ReactNode }

function Notice({ tone, icon, title, children }: NoticeProps) {
  return (
    <div className="flex gap-3 rounded-card bg-surface px-4 py-3 ring-1 ring-line ring-inset [&_svg]:mt-0.5 [&_svg]:size-5">
      <span className={`shrink-0 ${tone}`}>{icon}</span>
      <div className="min-w-0">
        <p className="font-medium">{title}</p>
        {children && <p className="wrap-anywhere text-14 text-soft">{children}</p>}
      </div>
    </div>
  )
}
