import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { readDiscoverAddress } from '@/features/events/address'
import { member, open, root } from './frames'

export const discover = createRoute({
  getParentRoute: () => open,
  path: '/discover',
  component: lazyRouteComponent(() => import('./routes/discover'), 'Discover'),
  validateSearch: readDiscoverAddress,
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

export const newEvent = createRoute({
  getParentRoute: () => member,
  path: '/organizer/new',
  component: lazyRouteComponent(() => import('./routes/new-event'), 'NewEvent'),
})

export const desk = createRoute({
  getParentRoute: () => member,
  path: '/organizer/$eventId',
  component: lazyRouteComponent(() => import('./routes/desk'), 'Desk'),
})

export const editEvent = createRoute({
  getParentRoute: () => member,
  path: '/organizer/$eventId/edit',
  component: lazyRouteComponent(() => import('./routes/edit-event'), 'EditEvent'),
})

export const messages = createRoute({
  getParentRoute: () => member,
  path: '/messages',
  component: lazyRouteComponent(() => import('./routes/messages'), 'Messages'),
})

/** Beside the list, until one is opened. */
export const messagesNone = createRoute({
  getParentRoute: () => messages,
  path: '/',
  component: lazyRouteComponent(() => import('./routes/messages-none'), 'NoConversation'),
})

export const conversation = createRoute({
  getParentRoute: () => messages,
  path: '/$conversationId',
  component: lazyRouteComponent(() => import('./routes/conversation'), 'Conversation'),
})

/** Where I write to somebody, whether or not we have written before. */
export const conversationWith = createRoute({
  getParentRoute: () => messages,
  path: '/with/$userId',
  component: lazyRouteComponent(() => import('./routes/conversation-with'), 'ConversationWith'),
})

/** What it was called elsewhere. */
export const chat = createRoute({
  getParentRoute: () => root,
  path: '/chat',
  beforeLoad: () => {
    throw redirect({ to: '/messages', replace: true })
  },
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
  validateSearch: ({ state }: Record<string, unknown>): { state?: 'decided' } =>
    state === 'decided' ? { state } : {},
})
