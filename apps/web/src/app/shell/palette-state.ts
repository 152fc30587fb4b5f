import { useEffect, useSyncExternalStore } from 'react'

let open = false
const listeners = new Set<() => void>()

/** Opens the palette, or closes it. */
export function openPalette(next: boolean): void {
  open = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const isOpen = () => open

/** Whether the palette is open, live. */
export const usePaletteOpen = (): boolean => useSyncExternalStore(subscribe, isOpen, isOpen)

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
const isCovered = () => document.querySelector('[role="dialog"], [role="alertdialog"]') !== null

/** Ctrl-K or Cmd-K from anywhere, and "/" where nobody is typing; not over another window. */
export function usePaletteKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const chord = event.key.toLowerCase() === 'k' && (event.metaKey || event.ctrlKey) && !event.altKey
      const slash = event.key === '/' && !event.metaKey && !event.ctrlKey && !isTyping(event.target)
      if (event.defaultPrevented || !(chord || slash) || (!open && isCovered())) return
      event.preventDefault()
      openPalette(!open)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
