import { Link } from '@tanstack/react-router'
import { Rss } from 'lucide-react'
import { useState } from 'react'
import type { Whose } from '@/features/feed/api'
import { FeedList } from '@/features/feed/components/feed-list'
import { useFriendNews } from '@/features/people/friends'
import { buttonStyles } from '@/ui/button'
import { EmptyState } from '@/ui/empty-state'
import { Segmented } from '@/ui/segmented'
import { Page } from '../shell/page'

const WHOSE = [
  { value: 'all', label: 'Everybody' },
  { value: 'friends', label: 'Friends' },
] as const

/** What those do whom I follow or am friends with. */
export function FeedPage() {
  useFriendNews()
  const [whose, setWhose] = useState<Whose>('all')
  const findPeople = (
    <Link to="/friends" className={buttonStyles({ variant: 'inverse' })}>
      Find people
    </Link>
  )
  return (
    <Page title="Feed" narrow>
      <Segmented label="Whose" options={WHOSE} value={whose} onChange={setWhose} />
      <div className="mt-2">
        <FeedList
          key={whose}
          whose={whose}
          empty={
            <EmptyState icon={<Rss />} title="Quiet so far" action={findPeople}>
              Where your people go, arrive, and what they bring home from shows will be here.
            </EmptyState>
          }
        />
      </div>
    </Page>
  )
}
