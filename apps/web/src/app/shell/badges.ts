import { useSyncExternalStore } from 'react'

/** Places of the shell that can say how much of them is unread. */
export type BadgeName = 'messages' | 'notifications'

let unread: Readonly<Record<BadgeName, number>> = { messages: 0, notifications: 0 }
const listeners = new Set<() => void>()

/** Says how much is unread there; 0 takes the mark away. */
export function setBadge(name: BadgeName, count: number): void {
  if (unread[name] === count) return
  unread = { ...unread, [name]: count }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const read = () => unread

/** How much is unread, by place, live. */
export const useBadges = (): Readonly<Record<BadgeName, number>> =>
  useSyncExternalStore(subscribe, read, read)
