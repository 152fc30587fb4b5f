import { Link } from '@tanstack/react-router'
import { useSession } from '@/features/accounts/session'
import { NavBadge } from './nav-badge'
import { beyondTabs } from './nav-items'

/** On phones, the places that have no tab. */
export function MePlaces() {
  const { user } = useSession()
  if (user === null) return null
  return (
    <nav aria-label="Your places" className="mb-6 sm:hidden">
      <ul className="grid grid-cols-4 gap-2">
        {beyondTabs(user.role).map(({ to, label, icon: Icon, badge }) => (
          <li key={label}>
            <Link
              to={to}
              className="flex min-h-18 flex-col items-center justify-center gap-1.5 rounded-control bg-surface text-12 text-soft hover:bg-raised hover:text-ink"
            >
              <span className="relative">
                <Icon aria-hidden className="size-5" />
                <NavBadge name={badge} />
              </span>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
