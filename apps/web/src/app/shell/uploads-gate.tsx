import { lazy, Suspense } from 'react'
import { useSession } from '@/features/accounts/session'

const UploadsHost = lazy(async () => ({ default: (await import('./uploads-host')).UploadsHost }))

/** The uploads of whoever is signed in, loaded after the page; outside the frames, which come and go. */
export function UploadsGate() {
  const { user } = useSession()
  if (user === null) return null
  return (
    <Suspense>
      <UploadsHost key={user.id} userId={user.id} />
    </Suspense>
  )
}
