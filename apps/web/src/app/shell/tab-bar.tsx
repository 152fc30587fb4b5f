import { Link } from '@tanstack/react-router'
import { cn } from '@/lib/cn'
import type { NavItem } from './nav-items'

/** The phone's tabs, above the home indicator. */
export function TabBar({ items }: { items: readonly NavItem[] }) {
  return (
    <nav
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-20 border-line border-t bg-page/85 pb-[env(safe-area-inset-bottom)] backdrop-blur-xl sm:hidden"
    >
      <ul className="flex h-16">
        {items.map(({ to, label, icon: Icon, adds }) => (
          <li key={to} className="flex-1">
            <Link
              to={to}
              activeOptions={{ exact: adds ?? false }}
              className="group flex h-full flex-col items-center justify-center gap-0.5 text-12 text-soft focus-visible:-outline-offset-4 aria-[current=page]:text-ink"
            >
              {adds ? (
                <span className="flex size-11 items-center justify-center rounded-full bg-ink text-page">
                  <Icon aria-hidden className="size-6" />
                  <span className="sr-only">{label}</span>
                </span>
              ) : (
                <>
                  <Icon
                    aria-hidden
                    className={cn('size-6 stroke-[1.75] group-aria-[current=page]:stroke-[2.25]')}
                  />
                  {label}
                </>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
