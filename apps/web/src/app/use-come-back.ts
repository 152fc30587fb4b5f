import { useLocation } from '@tanstack/react-router'
import { isForStrangers } from '@/features/accounts/next'

/** The page to come back to after signing in: this one. The entrances know themselves where one was going. */
export function useComeBack(): string | undefined {
  return useLocation({
    select: ({ pathname, href, search }) => (isForStrangers(pathname) ? search.next : href),
  })
}
