import { useInfiniteQuery } from '@tanstack/react-query'
import { Bell } from 'lucide-react'
import { useMinute } from '@/lib/hooks'
import { EmptyState } from '@/ui/empty-state'
import { PagedList } from '@/ui/paged-list'
import { notificationsQuery, useRead } from '../api'
import { NotificationItem } from './notification-item'

/** What I was told, the latest first. */
export function NotificationList() {
  const list = useInfiniteQuery(notificationsQuery)
  const read = useRead()
  const now = useMinute()
  const empty = (
    <EmptyState icon={<Bell />} title="Nothing here yet">
      When somebody mentions you, asks to be friends or changes a night you go to, you read of it here.
    </EmptyState>
  )
  return (
    <PagedList list={list} loading="Loading what you were told" empty={empty}>
      {(items) => (
        <ul className="-mx-2 flex flex-col sm:-mx-3">
          {items.map((item) => (
            <li key={item.id}>
              <NotificationItem item={item} now={now} onRead={() => read.mutate([item.id])} />
            </li>
          ))}
        </ul>
      )}
    </PagedList>
  )
}
