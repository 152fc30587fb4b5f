import { Link, Outlet } from '@tanstack/react-router'
import { Compass, Search } from 'lucide-react'
import { buttonStyles } from '@/ui/button'
import { Wordmark } from '../logo'
import { useComeBack } from '../use-come-back'
import { Footer } from './footer'
import { ThemeButton } from './theme-button'

const PLACE =
  'inline-flex size-11 items-center justify-center rounded-control text-soft transition-colors duration-feedback hover:bg-ink/8 hover:text-ink'

/** Header, page and footer for those who are not signed in. */
export function StrangerFrame() {
  const next = useComeBack()
  return (
    <div className="relative flex min-h-dvh flex-col pb-(--dock) [--dock:var(--player,0px)] [--header:4.5rem]">
      <header className="absolute inset-x-0 top-0 z-20">
        <div className="mx-auto flex h-18 max-w-6xl items-center justify-between px-4 sm:px-8">
          <Link to="/" className="rounded-control" aria-label="ShareMyShows, to the start">
            <Wordmark />
          </Link>
          <div className="flex items-center gap-1">
            <Link to="/discover" aria-label="Discover" title="Discover" className={PLACE}>
              <Compass aria-hidden className="size-5" />
            </Link>
            <Link to="/search" aria-label="Search" title="Search" className={PLACE}>
              <Search aria-hidden className="size-5" />
            </Link>
            <span className="max-sm:hidden">
              <ThemeButton />
            </span>
            <Link
              to="/login"
              search={{ next }}
              className={buttonStyles({ variant: 'ghost', className: '-mr-2' })}
            >
              Log in
            </Link>
          </div>
        </div>
      </header>
      <main id="page" className="flex flex-1 flex-col">
        <Outlet />
      </main>
      <Footer />
    </div>
  )
}
