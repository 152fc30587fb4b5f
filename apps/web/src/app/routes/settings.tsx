import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { TabLinks, tabLinkStyles } from '@/ui/tab-links'
import { MePlaces } from '../shell/me-places'
import { Page } from '../shell/page'

const TABS = [
  { to: '/settings', label: 'Profile' },
  { to: '/settings/privacy', label: 'Privacy' },
  { to: '/settings/notifications', label: 'Notifications' },
  { to: '/settings/security', label: 'Security' },
  { to: '/settings/connections', label: 'Connections' },
  { to: '/settings/imports', label: 'Import' },
  { to: '/settings/data', label: 'Your data' },
] as const

/** One column of plain words; its head stays while the tabs change. */
export function Settings() {
  const pathname = useLocation({ select: (location) => location.pathname.replace(/\/$/, '') })
  return (
    <Page title="Settings" part={TABS.find(({ to }) => to === pathname)?.label} narrow>
      <MePlaces />
      <TabLinks label="Parts of the settings">
        {TABS.map(({ to, label }) => (
          <Link
            key={to}
            to={to}
            activeOptions={{ exact: true }}
            resetScroll={false}
            replace
            className={tabLinkStyles}
          >
            {label}
          </Link>
        ))}
      </TabLinks>
      <div className="mt-8">
        <Outlet />
      </div>
      <p className="mt-12 text-12 text-soft">
        <Link to="/about-data" className="inline-flex min-h-11 items-center hover:text-ink">
          Whose data this is
        </Link>
      </p>
    </Page>
  )
}
