import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { requireNewCodes, requireNewcomer, requireStranger } from '@/features/accounts/guards'
import { instanceQuery } from '@/features/accounts/instance'
import {
  readCodeAddress,
  readInvitationAddress,
  readTokenAddress,
  takeInvitation,
  takeMailedCode,
  takeToken,
} from '@/features/accounts/mailed-links'
import { readLoginAddress } from '@/features/accounts/notices'
import { open, stranger } from './frames'

export const home = createRoute({
  getParentRoute: () => stranger,
  path: '/',
  component: lazyRouteComponent(() => import('./routes/home'), 'Home'),
  beforeLoad: ({ context }) => requireNewcomer(context.queryClient),
})

export const login = createRoute({
  getParentRoute: () => stranger,
  path: '/login',
  component: lazyRouteComponent(() => import('./routes/login'), 'Login'),
  validateSearch: readLoginAddress,
  beforeLoad: ({ context, search }) => requireStranger(context.queryClient, search.next),
})

export const register = createRoute({
  getParentRoute: () => stranger,
  path: '/register',
  component: lazyRouteComponent(() => import('./routes/register'), 'Register'),
  validateSearch: readInvitationAddress,
  beforeLoad: ({ context, search }) => {
    takeInvitation(search)
    return requireStranger(context.queryClient, search.next)
  },
  // Before the page comes, so that its fields stay where they are.
  loader: ({ context }) => context.queryClient.prefetchQuery(instanceQuery),
})

/** The second step; the button of a mail leads here, too. */
export const verifyMfa = createRoute({
  getParentRoute: () => stranger,
  path: '/verify-mfa',
  component: lazyRouteComponent(() => import('./routes/verify-mfa'), 'VerifyMfa'),
  validateSearch: readCodeAddress,
  beforeLoad: ({ context, search }) => {
    takeMailedCode(search)
    return requireStranger(context.queryClient, search.next)
  },
})

export const forgotPassword = createRoute({
  getParentRoute: () => open,
  path: '/forgot-password',
  component: lazyRouteComponent(() => import('./routes/forgot-password'), 'ForgotPassword'),
})

export const resetPassword = createRoute({
  getParentRoute: () => open,
  path: '/reset-password',
  component: lazyRouteComponent(() => import('./routes/reset-password'), 'ResetPassword'),
  validateSearch: readTokenAddress,
  beforeLoad: ({ search }) => takeToken('reset-token', '/reset-password', search.token),
})

export const verifyEmail = createRoute({
  getParentRoute: () => open,
  path: '/verify-email',
  component: lazyRouteComponent(() => import('./routes/verify-email'), 'VerifyEmail'),
  validateSearch: readTokenAddress,
  beforeLoad: ({ search }) => takeToken('verify-token', '/verify-email', search.token),
})

export const recoveryCodes = createRoute({
  getParentRoute: () => stranger,
  path: '/recovery-codes',
  component: lazyRouteComponent(() => import('./routes/recovery-codes'), 'KeepCodes'),
  beforeLoad: requireNewCodes,
})
