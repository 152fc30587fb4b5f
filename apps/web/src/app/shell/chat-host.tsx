import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { unreadQuery } from '@/features/chat/api'
import { followConversations } from '@/features/chat/news'
import { discard, openOutbox, useAllUnsent } from '@/features/chat/sending'
import { setBadge } from './badges'
import { useLeavingQuestion } from './leaving-question'

/** My messages, whatever page is open: goes on sending what waits, and says how much is unread. */
export function ChatHost({ userId }: { userId: string }) {
  const queryClient = useQueryClient()
  const { data: unread = 0 } = useQuery(unreadQuery)
  const unsent = useAllUnsent()
  useEffect(() => openOutbox(userId), [userId])
  useEffect(() => followConversations(queryClient), [queryClient])
  useEffect(() => {
    setBadge('messages', unread)
    return () => setBadge('messages', 0)
  }, [unread])
  const count = unsent.length
  return useLeavingQuestion({
    title: count === 1 ? 'One message has not been sent' : `${count} messages have not been sent`,
    description: 'If you sign out now, they are taken off this device and nobody reads them.',
    cancelLabel: 'Stay until they are sent',
    asks: count > 0,
    onLeave: () => discard(...unsent.map(({ clientId }) => clientId)),
  })
}
