import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { useSession } from '@/features/accounts/session'
import { TabLinks, tabLinkStyles } from '@/ui/tab-links'
import { NotFound } from '../shell/not-found'
import { Page } from '../shell/page'

const TABS = [
  { to: '/admin', label: 'People' },
  { to: '/admin/invitations', label: 'Invitations' },
  { to: '/admin/requests', label: 'Requests' },
  { to: '/admin/settings', label: 'Settings' },
  { to: '/admin/providers', label: 'Providers' },
  { to: '/admin/audit', label: 'Audit trail' },
] as const

/** For those who look after this server; to everybody else there is no such page. */
export function Admin() {
  const { user } = useSession()
  const pathname = useLocation({ select: (location) => location.pathname.replace(/\/$/, '') })
  if (user?.role !== 'admin') return <NotFound />
  return (
    <Page title="Administration" part={TABS.find(({ to }) => to === pathname)?.label}>
      <TabLinks label="Parts of the administration">
        {TABS.map(({ to, label }) => (
          <Link
            key={to}
            to={to}
            activeOptions={{ exact: true, includeSearch: false }}
            resetScroll={false}
            className={tabLinkStyles}
          >
            {label}
          </Link>
        ))}
      </TabLinks>
      <div className="mt-6">
        <Outlet />
      </div>
    </Page>
  )
}
