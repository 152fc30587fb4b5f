import { Link } from '@tanstack/react-router'
import { CheckCheck, Settings2 } from 'lucide-react'
import { useRead } from '@/features/notifications/api'
import { NotificationList } from '@/features/notifications/components/notification-list'
import { Button, buttonStyles } from '@/ui/button'
import { useBadges } from '../shell/badges'
import { Page } from '../shell/page'

/** What I was told, and the way to say where I want to hear of what. */
export function Notifications() {
  const { notifications: unread } = useBadges()
  const read = useRead()
  return (
    <Page
      title="Notifications"
      narrow
      actions={
        <>
          {unread > 0 && (
            <Button variant="ghost" pending={read.isPending} onClick={() => read.mutate(undefined)}>
              <CheckCheck aria-hidden />
              Mark all as read
            </Button>
          )}
          <Link
            to="/settings/notifications"
            aria-label="Choose what you are told"
            title="Choose what you are told"
            className={buttonStyles({ variant: 'ghost', className: 'w-11 px-0' })}
          >
            <Settings2 aria-hidden />
          </Link>
        </>
      }
    >
      <NotificationList />
    </Page>
  )
}
