import { QueryClientProvider } from '@tanstack/react-query'
import { CatchBoundary, RouterProvider } from '@tanstack/react-router'
import { watchSession } from '@/features/accounts/watch'
import { queryClient } from './query-client'
import { router } from './router'
import { RouteError } from './shell/route-error'

// A guard leads on whoever may no longer, or need no longer, see the open page.
watchSession(queryClient, () => router.invalidate())

/** Providers around the router; the outermost boundary catches what fails outside any page. */
export function App() {
  return (
    <CatchBoundary getResetKey={() => 'app'} errorComponent={RouteError}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </CatchBoundary>
  )
}
