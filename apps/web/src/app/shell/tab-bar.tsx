import { Link } from '@tanstack/react-router'
import { NavBadge } from './nav-badge'
import type { NavProps } from './nav-items'

const PLACE =
  'group flex h-full w-full flex-col items-center justify-center gap-0.5 text-12 text-soft focus-visible:-outline-offset-4 aria-[current=page]:text-ink'

/** The phone's tabs, above the home indicator. */
export function TabBar({ items, onAdd }: NavProps) {
  return (
    <nav
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-20 border-line border-t bg-page/85 pb-[env(safe-area-inset-bottom)] backdrop-blur-xl sm:hidden"
    >
      <ul className="flex h-16">
        {items.map(({ to, label, icon: Icon, badge }) => (
          <li key={label} className="flex-1">
            {to ? (
              <Link to={to} className={PLACE}>
                <span className="relative">
                  <Icon
                    aria-hidden
                    className="size-6 stroke-[1.75] group-aria-[current=page]:stroke-[2.25]"
                  />
                  <NavBadge name={badge} />
                </span>
                {label}
              </Link>
            ) : (
              <button type="button" aria-haspopup="dialog" onClick={onAdd} className={PLACE}>
                <span className="flex size-11 items-center justify-center rounded-full bg-ink text-page">
                  <Icon aria-hidden className="size-6" />
                  <span className="sr-only">{label}</span>
                </span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}
