import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { requireOwnProfile } from '@/features/accounts/guards'
import { readSearchAddress } from '@/features/search/address'
import { member, open, root, stranger } from './frames'
import {
  forgotPassword,
  home,
  login,
  recoveryCodes,
  register,
  resetPassword,
  verifyEmail,
  verifyMfa,
} from './routes-entrance'
import { moodDj, moodHistory, music, playlist, playlists, settingsConnections } from './routes-mood'
import {
  chat,
  conversation,
  conversationWith,
  desk,
  discover,
  editEvent,
  event,
  feed,
  friends,
  friendsList,
  friendsRequests,
  messages,
  messagesNone,
  moderation,
  newEvent,
  notifications,
  organizer,
} from './routes-night'
import {
  admin,
  adminAudit,
  adminInvitations,
  adminPeople,
  adminProviders,
  adminRequests,
  adminSettings,
  importPage,
  settings,
  settingsData,
  settingsImports,
  settingsNotifications,
  settingsPrivacy,
  settingsProfile,
  settingsSecurity,
} from './routes-settings'
import {
  editShow,
  newShow,
  show,
  showAudio,
  showChat,
  showComments,
  showHistory,
  showInfo,
  showPhotos,
  showSetlist,
  shows,
  showVideos,
} from './routes-shows'
import {
  soundLab,
  soundLabAnalysis,
  soundLabCompare,
  soundLabGallery,
  soundLabLibrary,
  soundLabUpload,
} from './routes-sound-lab'

const dashboard = createRoute({
  getParentRoute: () => member,
  path: '/dashboard',
  component: lazyRouteComponent(() => import('./routes/dashboard'), 'Dashboard'),
})

const profileSettings = createRoute({
  getParentRoute: () => root,
  path: '/profile/settings',
  beforeLoad: () => {
    throw redirect({ to: '/settings', replace: true })
  },
})

const search = createRoute({
  getParentRoute: () => open,
  path: '/search',
  component: lazyRouteComponent(() => import('./routes/search'), 'Search'),
  validateSearch: readSearchAddress,
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

const aboutData = createRoute({
  getParentRoute: () => open,
  path: '/about-data',
  component: lazyRouteComponent(() => import('./routes/about-data'), 'AboutData'),
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
    settings.addChildren([
      settingsProfile,
      settingsPrivacy,
      settingsNotifications,
      settingsSecurity,
      settingsConnections,
      settingsImports,
      settingsData,
    ]),
    importPage,
    admin.addChildren([
      adminPeople,
      adminInvitations,
      adminRequests,
      adminSettings,
      adminProviders,
      adminAudit,
    ]),
    shows,
    newShow,
    editShow,
    organizer,
    newEvent,
    desk,
    editEvent,
    messages.addChildren([messagesNone, conversation, conversationWith]),
    friends.addChildren([friendsList, friendsRequests]),
    feed,
    notifications,
    moderation,
    soundLabUpload,
    soundLabLibrary,
    moodHistory,
    music,
    playlists,
    playlist,
  ]),
  open.addChildren([
    forgotPassword,
    resetPassword,
    verifyEmail,
    search,
    discover,
    show.addChildren([showInfo, showSetlist, showPhotos, showAudio, showVideos, showComments, showChat]),
    showHistory,
    artist,
    venue,
    profile,
    aboutData,
    moodDj,
    soundLab,
    soundLabCompare,
    soundLabGallery,
    soundLabAnalysis,
  ]),
  event,
  chat,
  profileSettings,
  ownProfile,
])
