import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { Rss } from 'lucide-react'
import { requestsQuery, useFriendNews } from '@/features/people/friends'
import { buttonStyles } from '@/ui/button'
import { TabLinks, tabLinkStyles } from '@/ui/tab-links'
import { Page } from '../shell/page'

const TABS = [
  { to: '/friends', label: 'Friends' },
  { to: '/friends/requests', label: 'Requests' },
] as const

/** My friends, who asks to be one, and finding more. */
export function Friends() {
  useFriendNews()
  const pathname = useLocation({ select: (location) => location.pathname.replace(/\/$/, '') })
  const waiting = useInfiniteQuery(requestsQuery('received')).data?.pages[0]?.items.length ?? 0
  return (
    <Page
      title="Friends"
      part={pathname === '/friends' ? undefined : 'Requests'}
      narrow
      actions={
        <Link to="/feed" className={buttonStyles({ variant: 'ghost' })}>
          <Rss aria-hidden />
          Feed
        </Link>
      }
    >
      <TabLinks label="Parts of your friends">
        {TABS.map(({ to, label }) => (
          <Link
            key={to}
            to={to}
            activeOptions={{ exact: true }}
            resetScroll={false}
            className={tabLinkStyles}
          >
            {label}
            {to === '/friends/requests' && waiting > 0 && (
              <span className="min-w-5 rounded-full bg-(--accent-fill) px-1.5 text-center text-12 text-white tabular-nums">
                {waiting}
                <span className="sr-only"> open</span>
              </span>
            )}
          </Link>
        ))}
      </TabLinks>
      <div className="mt-6">
        <Outlet />
      </div>
    </Page>
  )
}
