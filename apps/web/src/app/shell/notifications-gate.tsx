import { lazy, Suspense } from 'react'
import { useSession } from '@/features/accounts/session'

const NotificationsHost = lazy(async () => ({
  default: (await import('./notifications-host')).NotificationsHost,
}))

/** What whoever is signed in is told, loaded after the page; outside the frames, which come and go. */
export function NotificationsGate() {
  const { user } = useSession()
  if (user === null) return null
  return (
    <Suspense>
      <NotificationsHost key={user.id} />
    </Suspense>
  )
}
