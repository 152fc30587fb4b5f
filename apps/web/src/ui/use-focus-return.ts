import { useRef } from 'react'

/** What had the focus; of an item in a menu, which is about to go, the button of that menu. */
function opener(): HTMLElement | null {
  const active = document.activeElement
  const button = active?.closest('[role="menu"]')?.getAttribute('aria-labelledby')
  const found = button ? document.getElementById(button) : active
  return found instanceof HTMLElement ? found : null
}

/**
 * Brings the focus back to where it was before an overlay, for its content to be spread over: Radix does so only for
 * overlays with a trigger of their own, and lets the focus fall to the body otherwise.
 */
export function useFocusReturn(onOpenAutoFocus?: (event: Event) => void) {
  const before = useRef<HTMLElement | null>(null)
  return {
    onOpenAutoFocus: (event: Event) => {
      before.current = opener()
      onOpenAutoFocus?.(event)
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault()
      before.current?.focus()
    },
  }
}
