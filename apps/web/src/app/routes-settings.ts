import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readPeopleAddress, readTrailAddress } from '@/features/administration/address'
import { member } from './frames'

/** The settings and their tabs. */
export const settings = createRoute({
  getParentRoute: () => member,
  path: '/settings',
  component: lazyRouteComponent(() => import('./routes/settings'), 'Settings'),
})

export const settingsProfile = createRoute({
  getParentRoute: () => settings,
  path: '/',
  component: lazyRouteComponent(() => import('./routes/settings-profile'), 'SettingsProfile'),
})

export const settingsPrivacy = createRoute({
  getParentRoute: () => settings,
  path: '/privacy',
  component: lazyRouteComponent(() => import('./routes/settings-privacy'), 'SettingsPrivacy'),
})

export const settingsSecurity = createRoute({
  getParentRoute: () => settings,
  path: '/security',
  component: lazyRouteComponent(() => import('./routes/settings-security'), 'SettingsSecurity'),
})

export const settingsNotifications = createRoute({
  getParentRoute: () => settings,
  path: '/notifications',
  component: lazyRouteComponent(() => import('./routes/settings-notifications'), 'SettingsNotifications'),
})

export const settingsData = createRoute({
  getParentRoute: () => settings,
  path: '/data',
  component: lazyRouteComponent(() => import('./routes/settings-data'), 'SettingsData'),
})

export const settingsImports = createRoute({
  getParentRoute: () => settings,
  path: '/imports',
  component: lazyRouteComponent(() => import('./routes/settings-imports'), 'SettingsImports'),
})

/** A page of its own: its table needs the room. */
export const importPage = createRoute({
  getParentRoute: () => member,
  path: '/settings/imports/$importId',
  component: lazyRouteComponent(() => import('./routes/import'), 'Import'),
})

/** For those who look after this server, and its tabs. */
export const admin = createRoute({
  getParentRoute: () => member,
  path: '/admin',
  component: lazyRouteComponent(() => import('./routes/admin'), 'Admin'),
})

export const adminPeople = createRoute({
  getParentRoute: () => admin,
  path: '/',
  component: lazyRouteComponent(() => import('./routes/admin-people'), 'AdminPeople'),
  validateSearch: readPeopleAddress,
})

export const adminInvitations = createRoute({
  getParentRoute: () => admin,
  path: '/invitations',
  component: lazyRouteComponent(() => import('./routes/admin-invitations'), 'AdminInvitations'),
})

export const adminRequests = createRoute({
  getParentRoute: () => admin,
  path: '/requests',
  component: lazyRouteComponent(() => import('./routes/admin-requests'), 'AdminRequests'),
  validateSearch: ({ state }: Record<string, unknown>): { state?: 'decided' } =>
    state === 'decided' ? { state } : {},
})

export const adminSettings = createRoute({
  getParentRoute: () => admin,
  path: '/settings',
  component: lazyRouteComponent(() => import('./routes/admin-settings'), 'AdminSettings'),
})

export const adminAudit = createRoute({
  getParentRoute: () => admin,
  path: '/audit',
  component: lazyRouteComponent(() => import('./routes/admin-audit'), 'AdminAudit'),
  validateSearch: readTrailAddress,
})

export const adminProviders = createRoute({
  getParentRoute: () => admin,
  path: '/providers',
  component: lazyRouteComponent(() => import('./routes/admin-providers'), 'AdminProviders'),
})
