import { createRouter } from '@tanstack/react-router'
import { queryClient } from './query-client'
import { routeTree } from './routes'
import { keepPlaceOfHalfLeftPages, scrollKey } from './scroll-keys'
import { focusHeadingOnNavigation } from './shell/focus-heading'
import { NotFound } from './shell/not-found'
import { PageSkeleton } from './shell/page-skeleton'
import { RouteError } from './shell/route-error'
import { followTrail } from './trail'

export const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: 'intent',
  // Freshness is the query client's business alone.
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 150,
  defaultPendingComponent: PageSkeleton,
  defaultErrorComponent: RouteError,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
  getScrollRestorationKey: scrollKey,
})

keepPlaceOfHalfLeftPages(router)
followTrail(router.history)
focusHeadingOnNavigation(router)

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
