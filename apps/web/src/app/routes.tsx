import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { NowhereFound } from './shell/not-found'
import { Root } from './shell/root'
import { StrangerFrame } from './shell/stranger-frame'

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Root,
  notFoundComponent: NowhereFound,
})

const stranger = createRoute({ getParentRoute: () => root, id: 'stranger', component: StrangerFrame })

const home = createRoute({
  getParentRoute: () => stranger,
  path: '/',
  component: lazyRouteComponent(() => import('./routes/home'), 'Home'),
})

/** Every address of the app; each page is a chunk of its own, loaded when it is first wanted. */
export const routeTree = root.addChildren([stranger.addChildren([home])])
