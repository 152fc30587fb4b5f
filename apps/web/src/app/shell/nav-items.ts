import { House, type LucideIcon, Plus, Ticket, UserRound } from 'lucide-react'

export type NavItem = {
  label: string
  to: string
  icon: LucideIcon
  /** The one that adds something: drawn as a button, first on the rail, in the middle of the tabs. */
  adds?: boolean
}

/** The places of the rail and of the phone's tabs, in order. A place is listed once its page exists. */
export const NAV_ITEMS: readonly NavItem[] = [
  { label: 'Home', to: '/dashboard', icon: House },
  { label: 'Shows', to: '/shows', icon: Ticket },
  { label: 'Add', to: '/shows/create', icon: Plus, adds: true },
  { label: 'Me', to: '/settings', icon: UserRound },
]
