import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { followNotifications, unreadQuery } from '@/features/notifications/api'
import { setBadge } from './badges'

/** Keeps the number of what is unread current, whatever page is open, and says aloud what comes. */
export function NotificationsHost() {
  const queryClient = useQueryClient()
  const { data: unread = 0 } = useQuery(unreadQuery)
  const [said, setSaid] = useState('')
  useEffect(() => followNotifications(queryClient, setSaid), [queryClient])
  useEffect(() => {
    setBadge('notifications', unread)
    return () => setBadge('notifications', 0)
  }, [unread])
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  )
}
