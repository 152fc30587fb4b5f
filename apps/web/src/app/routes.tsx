import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import {
  knowSession,
  requireNewCodes,
  requireNewcomer,
  requireOwnProfile,
  requireSession,
  requireStranger,
} from '@/features/accounts/guards'
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
import { readPeopleAddress, readTrailAddress } from '@/features/administration/address'
import { readSearchAddress } from '@/features/search/address'
import { readDiarySearch } from '@/features/shows/filter'
import { NowhereFound } from './shell/not-found'
import { OpenFrame } from './shell/open-frame'
import { Root } from './shell/root'
import { StrangerFrame } from './shell/stranger-frame'

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Root,
  notFoundComponent: NowhereFound,
})

/** Pages of those who are not signed in. */
const stranger = createRoute({ getParentRoute: () => root, id: 'stranger', component: StrangerFrame })

/** Pages of those who are signed in; everybody else signs in first and comes back. */
const member = createRoute({
  getParentRoute: () => root,
  id: 'member',
  component: lazyRouteComponent(() => import('./shell/member-frame'), 'MemberFrame'),
  beforeLoad: ({ context, location }) => requireSession(context.queryClient, location.href),
})

/** Pages that both see, each in their own frame. */
const open = createRoute({
  getParentRoute: () => root,
  id: 'open',
  component: OpenFrame,
  beforeLoad: ({ context }) => knowSession(context.queryClient),
})

const home = createRoute({
  getParentRoute: () => stranger,
  path: '/',
  component: lazyRouteComponent(() => import('./routes/home'), 'Home'),
  beforeLoad: ({ context }) => requireNewcomer(context.queryClient),
})

const login = createRoute({
  getParentRoute: () => stranger,
  path: '/login',
  component: lazyRouteComponent(() => import('./routes/login'), 'Login'),
  validateSearch: readLoginAddress,
  beforeLoad: ({ context, search }) => requireStranger(context.queryClient, search.next),
})

const register = createRoute({
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
const verifyMfa = createRoute({
  getParentRoute: () => stranger,
  path: '/verify-mfa',
  component: lazyRouteComponent(() => import('./routes/verify-mfa'), 'VerifyMfa'),
  validateSearch: readCodeAddress,
  beforeLoad: ({ context, search }) => {
    takeMailedCode(search)
    return requireStranger(context.queryClient, search.next)
  },
})

const forgotPassword = createRoute({
  getParentRoute: () => open,
  path: '/forgot-password',
  component: lazyRouteComponent(() => import('./routes/forgot-password'), 'ForgotPassword'),
})

const resetPassword = createRoute({
  getParentRoute: () => open,
  path: '/reset-password',
  component: lazyRouteComponent(() => import('./routes/reset-password'), 'ResetPassword'),
  validateSearch: readTokenAddress,
  beforeLoad: ({ search }) => takeToken('reset-token', '/reset-password', search.token),
})

const verifyEmail = createRoute({
  getParentRoute: () => open,
  path: '/verify-email',
  component: lazyRouteComponent(() => import('./routes/verify-email'), 'VerifyEmail'),
  validateSearch: readTokenAddress,
  beforeLoad: ({ search }) => takeToken('verify-token', '/verify-email', search.token),
})

const recoveryCodes = createRoute({
  getParentRoute: () => stranger,
  path: '/recovery-codes',
  component: lazyRouteComponent(() => import('./routes/recovery-codes'), 'KeepCodes'),
  beforeLoad: requireNewCodes,
})

const dashboard = createRoute({
  getParentRoute: () => member,
  path: '/dashboard',
  component: lazyRouteComponent(() => import('./routes/dashboard'), 'Dashboard'),
})

/** The settings and their tabs. */
const settings = createRoute({
  getParentRoute: () => member,
  path: '/settings',
  component: lazyRouteComponent(() => import('./routes/settings'), 'Settings'),
})

const settingsProfile = createRoute({
  getParentRoute: () => settings,
  path: '/',
  component: lazyRouteComponent(() => import('./routes/settings-profile'), 'SettingsProfile'),
})

const settingsPrivacy = createRoute({
  getParentRoute: () => settings,
  path: '/privacy',
  component: lazyRouteComponent(() => import('./routes/settings-privacy'), 'SettingsPrivacy'),
})

const settingsSecurity = createRoute({
  getParentRoute: () => settings,
  path: '/security',
  component: lazyRouteComponent(() => import('./routes/settings-security'), 'SettingsSecurity'),
})

const settingsData = createRoute({
  getParentRoute: () => settings,
  path: '/data',
  component: lazyRouteComponent(() => import('./routes/settings-data'), 'SettingsData'),
})

/** For those who look after this server, and its tabs. */
const admin = createRoute({
  getParentRoute: () => member,
  path: '/admin',
  component: lazyRouteComponent(() => import('./routes/admin'), 'Admin'),
})

const adminPeople = createRoute({
  getParentRoute: () => admin,
  path: '/',
  component: lazyRouteComponent(() => import('./routes/admin-people'), 'AdminPeople'),
  validateSearch: readPeopleAddress,
})

const adminInvitations = createRoute({
  getParentRoute: () => admin,
  path: '/invitations',
  component: lazyRouteComponent(() => import('./routes/admin-invitations'), 'AdminInvitations'),
})

const adminRequests = createRoute({
  getParentRoute: () => admin,
  path: '/requests',
  component: lazyRouteComponent(() => import('./routes/admin-requests'), 'AdminRequests'),
  validateSearch: ({ state }: Record<string, unknown>): { state?: 'decided' } =>
    state === 'decided' ? { state } : {},
})

const adminSettings = createRoute({
  getParentRoute: () => admin,
  path: '/settings',
  component: lazyRouteComponent(() => import('./routes/admin-settings'), 'AdminSettings'),
})

const adminAudit = createRoute({
  getParentRoute: () => admin,
  path: '/audit',
  component: lazyRouteComponent(() => import('./routes/admin-audit'), 'AdminAudit'),
  validateSearch: readTrailAddress,
})

const profileSettings = createRoute({
  getParentRoute: () => root,
  path: '/profile/settings',
  beforeLoad: () => {
    throw redirect({ to: '/settings', replace: true })
  },
})

const shows = createRoute({
  getParentRoute: () => member,
  path: '/shows',
  component: lazyRouteComponent(() => import('./routes/shows'), 'Shows'),
  validateSearch: readDiarySearch,
})

const newShow = createRoute({
  getParentRoute: () => member,
  path: '/shows/create',
  component: lazyRouteComponent(() => import('./routes/new-show'), 'NewShow'),
})

const editShow = createRoute({
  getParentRoute: () => member,
  path: '/shows/edit/$showId',
  component: lazyRouteComponent(() => import('./routes/edit-show'), 'EditShow'),
})

const search = createRoute({
  getParentRoute: () => open,
  path: '/search',
  component: lazyRouteComponent(() => import('./routes/search'), 'Search'),
  validateSearch: readSearchAddress,
})

/** A show and its tabs; its head stays while they change. */
const show = createRoute({
  getParentRoute: () => open,
  path: '/shows/$showId',
  component: lazyRouteComponent(() => import('./routes/show'), 'ShowPage'),
})

const showInfo = createRoute({
  getParentRoute: () => show,
  path: '/',
  component: lazyRouteComponent(() => import('./routes/show-info'), 'ShowInfo'),
})

const showSetlist = createRoute({
  getParentRoute: () => show,
  path: '/setlist',
  component: lazyRouteComponent(() => import('./routes/show-setlist'), 'ShowSetlist'),
})

const showComments = createRoute({
  getParentRoute: () => show,
  path: '/comments',
  component: lazyRouteComponent(() => import('./routes/show-comments'), 'ShowComments'),
})

const showPhotos = createRoute({
  getParentRoute: () => show,
  path: '/photos',
  component: lazyRouteComponent(() => import('./routes/show-photos'), 'ShowPhotosTab'),
  /** `?photo=` is the one that is open in full. */
  validateSearch: ({ photo }: Record<string, unknown>): { photo?: string } =>
    typeof photo === 'string' ? { photo } : {},
})

const showAudio = createRoute({
  getParentRoute: () => show,
  path: '/audio',
  component: lazyRouteComponent(() => import('./routes/show-audio'), 'ShowAudioTab'),
})

const showVideos = createRoute({
  getParentRoute: () => show,
  path: '/videos',
  component: lazyRouteComponent(() => import('./routes/show-videos'), 'ShowVideosTab'),
  /** `?video=` is the one that is open. */
  validateSearch: ({ video }: Record<string, unknown>): { video?: string } =>
    typeof video === 'string' ? { video } : {},
})

/** What was changed of a show; a page of its own, since it is not about the night. */
const showHistory = createRoute({
  getParentRoute: () => open,
  path: '/shows/$showId/history',
  component: lazyRouteComponent(() => import('./routes/show-history'), 'ShowHistory'),
})

const artist = createRoute({
  getParentRoute: () => open,
  path: '/artists/$artistId',
  component: lazyRouteComponent(() => import('./routes/artist'), 'Artist'),
})

const venue = createRoute({
  getParentRoute: () => open,
  path: '/venues/$venueId',
  component: lazyRouteComponent(() => import('./routes/venue'), 'Venue'),
})

const profile = createRoute({
  getParentRoute: () => open,
  path: '/profile/$username',
  component: lazyRouteComponent(() => import('./routes/profile'), 'Profile'),
})

/** My own, under its name. */
const ownProfile = createRoute({
  getParentRoute: () => root,
  path: '/profile',
  beforeLoad: ({ context }) => requireOwnProfile(context.queryClient),
})

/** Every address of the app; each page is a chunk of its own, loaded when it is first wanted. */
export const routeTree = root.addChildren([
  stranger.addChildren([home, login, register, verifyMfa, recoveryCodes]),
  member.addChildren([
    dashboard,
    settings.addChildren([settingsProfile, settingsPrivacy, settingsSecurity, settingsData]),
    admin.addChildren([adminPeople, adminInvitations, adminRequests, adminSettings, adminAudit]),
    shows,
    newShow,
    editShow,
  ]),
  open.addChildren([
    forgotPassword,
    resetPassword,
    verifyEmail,
    search,
    show.addChildren([showInfo, showSetlist, showPhotos, showAudio, showVideos, showComments]),
    showHistory,
    artist,
    venue,
    profile,
  ]),
  profileSettings,
  ownProfile,
])
