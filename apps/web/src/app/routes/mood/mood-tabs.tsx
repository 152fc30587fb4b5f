import { Link } from '@tanstack/react-router'
import { TabLinks, tabLinkStyles } from '@/ui/tab-links'

const TABS = [
  { to: '/mood', label: 'MoodDJ', exact: true },
  { to: '/mood/history', label: 'History', exact: true },
  { to: '/music', label: 'Library', exact: true },
  { to: '/playlists', label: 'Playlists', exact: false },
] as const

/** The parts of MoodDJ: listening, what was, what there is to hear. */
export const MoodTabs = () => (
  <TabLinks label="Parts of MoodDJ">
    {TABS.map(({ to, label, exact }) => (
      <Link key={to} to={to} activeOptions={{ exact, includeSearch: false }} className={tabLinkStyles}>
        {label}
      </Link>
    ))}
  </TabLinks>
)
