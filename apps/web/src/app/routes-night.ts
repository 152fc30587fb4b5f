import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { member, open, root } from './frames'

export const discover = createRoute({
  getParentRoute: () => open,
  path: '/discover',
  component: lazyRouteComponent(() => import('./routes/discover'), 'Discover'),
})

/** An event is a show, and its page the show's. */
export const event = createRoute({
  getParentRoute: () => root,
  path: '/events/$eventId',
  beforeLoad: ({ params: { eventId } }) => {
    throw redirect({ to: '/shows/$showId', params: { showId: eventId }, replace: true })
  },
})

/** The desk of those who put events on. */
export const organizer = createRoute({
  getParentRoute: () => member,
  path: '/organizer',
  component: lazyRouteComponent(() => import('./routes/organizer'), 'Organizer'),
})

export const messages = createRoute({
  getParentRoute: () => member,
  path: '/messages',
  component: lazyRouteComponent(() => import('./routes/messages'), 'Messages'),
})

/** My friends and who asks to be one; the head stays while the tabs change. */
export const friends = createRoute({
  getParentRoute: () => member,
  path: '/friends',
  component: lazyRouteComponent(() => import('./routes/friends'), 'Friends'),
})

export const friendsList = createRoute({
  getParentRoute: () => friends,
  path: '/',
  component: lazyRouteComponent(() => import('./routes/friends-list'), 'FriendsList'),
})

export const friendsRequests = createRoute({
  getParentRoute: () => friends,
  path: '/requests',
  component: lazyRouteComponent(() => import('./routes/friends-requests'), 'FriendsRequests'),
})

export const feed = createRoute({
  getParentRoute: () => member,
  path: '/feed',
  component: lazyRouteComponent(() => import('./routes/feed'), 'FeedPage'),
})

export const notifications = createRoute({
  getParentRoute: () => member,
  path: '/notifications',
  component: lazyRouteComponent(() => import('./routes/notifications'), 'Notifications'),
})

/** What was reported, for moderators. */
export const moderation = createRoute({
  getParentRoute: () => member,
  path: '/moderation',
  component: lazyRouteComponent(() => import('./routes/moderation'), 'Moderation'),
})
