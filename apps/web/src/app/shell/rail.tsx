import { Link } from '@tanstack/react-router'
import { cn } from '@/lib/cn'
import { Logo } from '../logo'
import type { NavItem } from './nav-items'
import { ThemeButton } from './theme-button'

/** The slim rail of wide screens: the mark, the places with their names, the lights. */
export function Rail({ items }: { items: readonly NavItem[] }) {
  return (
    <nav
      aria-label="Main"
      className="fixed inset-y-0 left-0 z-20 hidden w-22 flex-col items-center border-line border-r bg-page py-4 sm:flex"
    >
      <Link to="/" aria-label="ShareMyShows, to the start" className="mb-5 rounded-control p-2">
        <Logo size={32} />
      </Link>
      <ul className="flex w-full flex-1 flex-col gap-1 px-2">
        {items.map(({ to, label, icon: Icon, adds }) => (
          <li key={to}>
            <Link
              to={to}
              activeOptions={{ exact: adds ?? false }}
              className={cn(
                'flex min-h-16 flex-col items-center justify-center gap-1 rounded-control text-12 text-soft',
                'transition-colors duration-feedback hover:bg-ink/6 hover:text-ink aria-[current=page]:bg-ink/10 aria-[current=page]:text-ink',
              )}
            >
              <span
                className={cn(
                  'flex items-center justify-center',
                  adds && 'size-9 rounded-full bg-ink text-page',
                )}
              >
                <Icon aria-hidden className="size-5" />
              </span>
              {label}
            </Link>
          </li>
        ))}
      </ul>
      <ThemeButton />
    </nav>
  )
}
