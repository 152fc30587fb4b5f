import { Link } from '@tanstack/react-router'
import { ThemeButton } from './theme-button'

/** The foot of pages that strangers see. */
export function Footer() {
  return (
    <footer className="mx-auto flex w-full max-w-6xl items-center justify-between gap-6 px-4 py-4 text-12 text-soft sm:px-8">
      <p>Free software under the MIT licence</p>
      <span className="sm:hidden">
        <ThemeButton />
      </span>
      <p className="flex flex-wrap justify-end gap-x-6">
        <Link to="/about-data" className="inline-flex min-h-11 items-center hover:text-ink">
          Whose data this is
        </Link>
        <a href="/api/docs" className="inline-flex min-h-11 items-center hover:text-ink">
          For developers
        </a>
      </p>
    </footer>
  )
}
