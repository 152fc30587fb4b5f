import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { PagedList } from '@/ui/paged-list'
import { feedQuery, type Whose } from '../api'
import { ActivityItem } from './activity-item'

/** What others did, page by page; `empty` stands where there is nothing. */
export function FeedList({ whose, empty }: { whose: Whose; empty: ReactNode }) {
  const list = useInfiniteQuery(feedQuery(whose))
  const now = Date.now()
  return (
    <PagedList list={list} loading="Loading your feed" empty={empty}>
      {(activities) => (
        <ol aria-label="What others did, the latest first">
          {activities.map((activity) => (
            <ActivityItem key={activity.id} activity={activity} now={now} />
          ))}
        </ol>
      )}
    </PagedList>
  )
}
