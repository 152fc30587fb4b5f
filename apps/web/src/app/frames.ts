import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { knowSession, requireSession } from '@/features/accounts/guards'
import { NowhereFound } from './shell/not-found'
import { OpenFrame } from './shell/open-frame'
import { Root } from './shell/root'
import { StrangerFrame } from './shell/stranger-frame'

export const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Root,
  notFoundComponent: NowhereFound,
})

/** Pages of those who are not signed in. */
export const stranger = createRoute({ getParentRoute: () => root, id: 'stranger', component: StrangerFrame })

/** Pages of those who are signed in; everybody else signs in first and comes back. */
export const member = createRoute({
  getParentRoute: () => root,
  id: 'member',
  component: lazyRouteComponent(() => import('./shell/member-frame'), 'MemberFrame'),
  beforeLoad: ({ context, location }) => requireSession(context.queryClient, location.href),
})

/** Pages that both see, each in their own frame. */
export const open = createRoute({
  getParentRoute: () => root,
  id: 'open',
  component: OpenFrame,
  beforeLoad: ({ context }) => knowSession(context.queryClient),
})
