/** Whether there is anything to be heard: all that pages need to know before they load a player. */
let present = false
const listeners = new Set<() => void>()

export function setPlayerPresent(next: boolean): void {
  if (next === present) return
  present = next
  for (const listener of listeners) listener()
}

export const isPlayerPresent = (): boolean => present

export function onPlayerPresence(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
