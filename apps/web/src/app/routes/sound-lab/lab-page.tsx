import { Link } from '@tanstack/react-router'
import { useSession } from '@/features/accounts/session'
import { TabLinks, tabLinkStyles } from '@/ui/tab-links'
import { LitPage, type LitPageProps } from '../../shell/lit-page'

const TABS = [
  { to: '/sound-lab', label: 'Sound Lab' },
  { to: '/sound-lab/upload', label: 'Upload' },
  { to: '/sound-lab/library', label: 'Library' },
  { to: '/sound-lab/gallery', label: 'Gallery' },
] as const

/** The frame of the Sound Lab's pages, with its parts for members. */
export function LabPage(props: Omit<LitPageProps, 'of' | 'tabs'>) {
  const { user } = useSession()
  const tabs = user && (
    <TabLinks label="Parts of the Sound Lab">
      {TABS.map(({ to, label }) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ exact: true, includeSearch: false }}
          className={tabLinkStyles}
        >
          {label}
        </Link>
      ))}
    </TabLinks>
  )
  return <LitPage of="Sound Lab" tabs={tabs} {...props} />
}
