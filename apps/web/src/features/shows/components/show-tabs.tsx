import { Link } from '@tanstack/react-router'
import { TabLinks, tabLinkStyles } from '@/ui/tab-links'
import type { Show } from '../model'

const TABS = [
  { to: '/shows/$showId', label: 'Info', counted: undefined },
  { to: '/shows/$showId/setlist', label: 'Setlist', counted: 'songs' },
  { to: '/shows/$showId/photos', label: 'Photos', counted: 'photos' },
  { to: '/shows/$showId/audio', label: 'Audio', counted: 'audio' },
  { to: '/shows/$showId/videos', label: 'Videos', counted: 'videos' },
  { to: '/shows/$showId/comments', label: 'Comments', counted: 'comments' },
  { to: '/shows/$showId/chat', label: 'Chat', counted: undefined },
] as const

/** The parts of a show's page, with how much is in each. */
export function ShowTabs({ show }: { show: Show }) {
  return (
    <TabLinks label="Parts of this show">
      {TABS.map(({ to, label, counted }) => (
        <Link
          key={to}
          to={to}
          params={{ showId: show.id }}
          activeOptions={{ exact: true }}
          resetScroll={false}
          replace
          className={tabLinkStyles}
        >
          {label}
          {counted && show.counts[counted] > 0 && (
            <span className="text-12 text-soft tabular-nums">{show.counts[counted]}</span>
          )}
        </Link>
      ))}
    </TabLinks>
  )
}
