import { QueryClientProvider } from '@tanstack/react-query'
import { CatchBoundary, RouterProvider } from '@tanstack/react-router'
import { queryClient } from './query-client'
import { router } from './router'
import { RouteError } from './shell/route-error'

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
