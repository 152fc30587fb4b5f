import { useLocation } from '@tanstack/react-router'

/** Pages that nobody comes back to after signing in; the entrances know themselves where one was going. */
const ENTRANCES = new Set(['/', '/login', '/register'])

/** The page to come back to after signing in: this one. */
export function useComeBack(): string | undefined {
  return useLocation({
    select: ({ pathname, href, search }) => (ENTRANCES.has(pathname) ? search.next : href),
  })
}
