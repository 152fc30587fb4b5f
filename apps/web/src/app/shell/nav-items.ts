import { House, type LucideIcon, Plus, Search, Shield, Ticket, UserRound } from 'lucide-react'

/** A place, or without an address the button that adds something. */
export type NavItem = {
  label: string
  icon: LucideIcon
  to?: '/dashboard' | '/shows' | '/search' | '/settings' | '/admin'
}

/** The places of the rail and of the phone's tabs, in order. A place is listed once its page exists. */
export const NAV_ITEMS: readonly NavItem[] = [
  { label: 'Home', to: '/dashboard', icon: House },
  { label: 'Shows', to: '/shows', icon: Ticket },
  { label: 'Add', icon: Plus },
  { label: 'Search', to: '/search', icon: Search },
  { label: 'Me', to: '/settings', icon: UserRound },
]

/** Of those who look after the server; phones have no room for it and go by the settings. */
export const ADMIN_ITEM: NavItem = { label: 'Admin', to: '/admin', icon: Shield }

export type NavProps = {
  items: readonly NavItem[]
  /** Opens what can be added. */
  onAdd: () => void
}
