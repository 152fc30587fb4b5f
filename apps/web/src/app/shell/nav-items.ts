import type { Role } from '@sharemyshows/contract/accounts'
import {
  AudioWaveform,
  Bell,
  ClipboardList,
  Compass,
  Disc3,
  Flag,
  House,
  type LucideIcon,
  MessagesSquare,
  Plus,
  Search,
  Shield,
  Ticket,
  UserRound,
  UsersRound,
} from 'lucide-react'
import type { BadgeName } from './badges'

/** A place of the app. */
export type Place = {
  label: string
  icon: LucideIcon
  to:
    | '/dashboard'
    | '/discover'
    | '/shows'
    | '/search'
    | '/messages'
    | '/friends'
    | '/notifications'
    | '/sound-lab'
    | '/mood'
    | '/organizer'
    | '/settings'
    | '/moderation'
    | '/admin'
  /** Where it says how much is unread. */
  badge?: BadgeName
  /** Addresses of its pages that do not begin with its own. */
  parts?: readonly string[]
}

/** A place, or without an address the button that adds something. */
export type NavItem =
  | Place
  | { label: string; icon: LucideIcon; to?: undefined; badge?: undefined; parts?: undefined }

const HOME: Place = { label: 'Home', to: '/dashboard', icon: House }
const DISCOVER: Place = { label: 'Discover', to: '/discover', icon: Compass }
const SHOWS: Place = { label: 'Shows', to: '/shows', icon: Ticket }
const ADD: NavItem = { label: 'Add', icon: Plus }
const SEARCH: Place = { label: 'Search', to: '/search', icon: Search }
const MESSAGES: Place = { label: 'Messages', to: '/messages', icon: MessagesSquare, badge: 'messages' }
const FRIENDS: Place = { label: 'Friends', to: '/friends', icon: UsersRound }
const NOTIFICATIONS: Place = {
  label: 'Notifications',
  to: '/notifications',
  icon: Bell,
  badge: 'notifications',
}
const SOUND_LAB: Place = { label: 'Sound Lab', to: '/sound-lab', icon: AudioWaveform }
const MOOD_DJ: Place = { label: 'MoodDJ', to: '/mood', icon: Disc3, parts: ['/music', '/playlists'] }
const ME: Place = { label: 'Me', to: '/settings', icon: UserRound }
const DESK: Place = { label: 'Desk', to: '/organizer', icon: ClipboardList }
const MODERATION: Place = { label: 'Reports', to: '/moderation', icon: Flag }
const ADMIN: Place = { label: 'Admin', to: '/admin', icon: Shield }

/** The phone's tabs, in order; the notifications are found under Me. */
export const TABS: readonly NavItem[] = [HOME, DISCOVER, ADD, MESSAGES, { ...ME, badge: 'notifications' }]

/** Places of some roles alone. */
function placesOf(role: Role): Place[] {
  const moderates = role === 'moderator' || role === 'admin'
  return [
    ...(role === 'attendee' ? [] : [DESK]),
    ...(moderates ? [MODERATION] : []),
    ...(role === 'admin' ? [ADMIN] : []),
  ]
}

/** The rail of wide screens, in order. */
export const railOf = (role: Role): readonly NavItem[] => [
  ...[HOME, DISCOVER, SHOWS, SOUND_LAB, MOOD_DJ, ADD, SEARCH, MESSAGES, FRIENDS, NOTIFICATIONS, ME],
  ...placesOf(role),
]

/** What has no tab on phones, for the head of Me. */
export const beyondTabs = (role: Role): readonly Place[] => [
  ...[SHOWS, SOUND_LAB, MOOD_DJ, SEARCH, FRIENDS, NOTIFICATIONS],
  ...placesOf(role),
]

export type NavProps = {
  items: readonly NavItem[]
  /** Opens what can be added. */
  onAdd: () => void
}
