import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useSession } from '@/features/accounts/session'
import { usePageTitle } from '@/lib/hooks'
import { TabLinks, tabLinkStyles } from '@/ui/tab-links'
import '@/features/sound-lab/components/lab.css'

const TABS = [
  { to: '/sound-lab', label: 'Sound Lab' },
  { to: '/sound-lab/upload', label: 'Upload' },
  { to: '/sound-lab/library', label: 'Library' },
  { to: '/sound-lab/gallery', label: 'Gallery' },
] as const

type LabPageProps = {
  /** The h1 and the document's title. */
  title: string
  /** Under the title, a line or two. */
  lead?: ReactNode
  /** Buttons beside the title. */
  actions?: ReactNode
  children: ReactNode
}

/** The frame of the Sound Lab's pages: its light, its parts for members, title and content. */
export function LabPage({ title, lead, actions, children }: LabPageProps) {
  const { user } = useSession()
  usePageTitle(title === 'Sound Lab' ? title : `${title} · Sound Lab`)
  return (
    <div className="lab">
      <div aria-hidden className="lab-light" />
      <div className="mx-auto w-full max-w-5xl px-4 pt-[calc(var(--header,0px)+0.5rem)] pb-10 sm:px-8 sm:pt-[calc(var(--header,0px)+1.5rem)] xl:max-w-7xl">
        {user && (
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
        )}
        <header className="mt-6 mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3 sm:mt-8 sm:mb-8">
          <div className="min-w-0">
            <h1 tabIndex={-1} className="wrap-anywhere text-28 sm:text-40">
              {title}
            </h1>
            {lead && <p className="mt-1 max-w-2xl text-14 text-soft">{lead}</p>}
          </div>
          {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
        </header>
        {children}
      </div>
    </div>
  )
}
