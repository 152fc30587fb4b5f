import { Link, useLocation } from '@tanstack/react-router'
import { Logo } from '../logo'
import { NavBadge } from './nav-badge'
import type { NavProps } from './nav-items'
import { openPalette } from './palette-state'
import { ThemeButton } from './theme-button'

const PLACE = [
  'flex min-h-15 w-full flex-col items-center justify-center gap-1 rounded-control text-12 text-soft',
  'transition-colors duration-feedback hover:bg-ink/6 hover:text-ink aria-[current=page]:bg-ink/10 aria-[current=page]:text-ink',
].join(' ')

/** The slim rail of wide screens: the mark, the places with their names, the lights. */
export function Rail({ items, onAdd }: NavProps) {
  const pathname = useLocation({ select: (location) => location.pathname })
  const isPart = (parts?: readonly string[]) => parts?.some((part) => pathname.startsWith(part))
  return (
    <nav
      aria-label="Main"
      className="fixed top-(--notice,0px) bottom-0 left-0 z-20 hidden w-22 flex-col items-center border-line border-r bg-page py-4 sm:flex"
    >
      <Link to="/" aria-label="ShareMyShows, to the start" className="mb-5 rounded-control p-2">
        <Logo size={32} />
      </Link>
      <ul className="scrollbar-none flex min-h-0 w-full flex-1 flex-col gap-1 overflow-y-auto px-1">
        {items.map(({ to, label, icon: Icon, badge, parts }) => (
          <li key={label}>
            {to === '/search' ? (
              <button
                type="button"
                aria-haspopup="dialog"
                aria-keyshortcuts="Control+K Meta+K /"
                title="Search from anywhere: Ctrl K or /"
                onClick={() => openPalette(true)}
                className={PLACE}
              >
                <Icon aria-hidden className="size-5" />
                {label}
              </button>
            ) : to ? (
              <Link to={to} aria-current={isPart(parts) ? 'page' : undefined} className={PLACE}>
                <span className="relative">
                  <Icon aria-hidden className="size-5" />
                  <NavBadge name={badge} />
                </span>
                {label}
              </Link>
            ) : (
              <button type="button" aria-haspopup="dialog" onClick={onAdd} className={PLACE}>
                <span className="flex size-9 items-center justify-center rounded-full bg-ink text-page">
                  <Icon aria-hidden className="size-5" />
                </span>
                {label}
              </button>
            )}
          </li>
        ))}
      </ul>
      <ThemeButton />
    </nav>
  )
}
