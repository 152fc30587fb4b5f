import { lazy, Suspense } from 'react'
import { useSession } from '@/features/accounts/session'

const ChatHost = lazy(async () => ({ default: (await import('./chat-host')).ChatHost }))

/** The messages of whoever is signed in, loaded after the page; outside the frames, which come and go. */
export function ChatGate() {
  const { user } = useSession()
  if (user === null) return null
  return (
    <Suspense>
      <ChatHost key={user.id} userId={user.id} />
    </Suspense>
  )
}
