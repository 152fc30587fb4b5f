import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readDiarySearch } from '@/features/shows/filter'
import { member, open } from './frames'

export const shows = createRoute({
  getParentRoute: () => member,
  path: '/shows',
  component: lazyRouteComponent(() => import('./routes/shows'), 'Shows'),
  validateSearch: readDiarySearch,
})

export const newShow = createRoute({
  getParentRoute: () => member,
  path: '/shows/create',
  component: lazyRouteComponent(() => import('./routes/new-show'), 'NewShow'),
})

export const editShow = createRoute({
  getParentRoute: () => member,
  path: '/shows/edit/$showId',
  component: lazyRouteComponent(() => import('./routes/edit-show'), 'EditShow'),
})

/** A show and its tabs; its head stays while they change. */
export const show = createRoute({
  getParentRoute: () => open,
  path: '/shows/$showId',
  component: lazyRouteComponent(() => import('./routes/show'), 'ShowPage'),
})

export const showInfo = createRoute({
  getParentRoute: () => show,
  path: '/',
  component: lazyRouteComponent(() => import('./routes/show-info'), 'ShowInfo'),
})

export const showSetlist = createRoute({
  getParentRoute: () => show,
  path: '/setlist',
  component: lazyRouteComponent(() => import('./routes/show-setlist'), 'ShowSetlist'),
})

export const showComments = createRoute({
  getParentRoute: () => show,
  path: '/comments',
  component: lazyRouteComponent(() => import('./routes/show-comments'), 'ShowComments'),
})

/** The room of the night. */
export const showChat = createRoute({
  getParentRoute: () => show,
  path: '/chat',
  component: lazyRouteComponent(() => import('./routes/show-chat'), 'ShowChat'),
})

export const showPhotos = createRoute({
  getParentRoute: () => show,
  path: '/photos',
  component: lazyRouteComponent(() => import('./routes/show-photos'), 'ShowPhotosTab'),
  /** `?photo=` is the one that is open in full. */
  validateSearch: ({ photo }: Record<string, unknown>): { photo?: string } =>
    typeof photo === 'string' ? { photo } : {},
})

export const showAudio = createRoute({
  getParentRoute: () => show,
  path: '/audio',
  component: lazyRouteComponent(() => import('./routes/show-audio'), 'ShowAudioTab'),
})

export const showVideos = createRoute({
  getParentRoute: () => show,
  path: '/videos',
  component: lazyRouteComponent(() => import('./routes/show-videos'), 'ShowVideosTab'),
  /** `?video=` is the one that is open. */
  validateSearch: ({ video }: Record<string, unknown>): { video?: string } =>
    typeof video === 'string' ? { video } : {},
})

/** What was changed of a show; a page of its own, since it is not about the night. */
export const showHistory = createRoute({
  getParentRoute: () => open,
  path: '/shows/$showId/history',
  component: lazyRouteComponent(() => import('./routes/show-history'), 'ShowHistory'),
})
