import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readWayBack } from '@/features/connections/address'
import { readHistoryAddress } from '@/features/moods/history-address'
import { readMusicAddress } from '@/features/music/address'
import { member, open } from './frames'
import { settings } from './routes-settings'

/** Music for a mood; for strangers what that is. */
export const moodDj = createRoute({
  getParentRoute: () => open,
  path: '/mood',
  component: lazyRouteComponent(() => import('./routes/mood/dj'), 'MoodDj'),
})

/** What my moods were, and what I played in them. */
export const moodHistory = createRoute({
  getParentRoute: () => member,
  path: '/mood/history',
  component: lazyRouteComponent(() => import('./routes/mood/history'), 'MoodHistory'),
  validateSearch: readHistoryAddress,
})

/** My tracks. */
export const music = createRoute({
  getParentRoute: () => member,
  path: '/music',
  component: lazyRouteComponent(() => import('./routes/mood/library'), 'MusicLibrary'),
  validateSearch: readMusicAddress,
})

export const playlists = createRoute({
  getParentRoute: () => member,
  path: '/playlists',
  component: lazyRouteComponent(() => import('./routes/mood/playlists'), 'Playlists'),
})

export const playlist = createRoute({
  getParentRoute: () => member,
  path: '/playlists/$playlistId',
  component: lazyRouteComponent(() => import('./routes/mood/playlist'), 'PlaylistPage'),
})

/** Accounts elsewhere; `connection` says how connecting one went. */
export const settingsConnections = createRoute({
  getParentRoute: () => settings,
  path: '/connections',
  component: lazyRouteComponent(() => import('./routes/settings-connections'), 'SettingsConnections'),
  validateSearch: readWayBack,
})
