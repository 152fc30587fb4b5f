import { useEffect } from 'react'
import { thePlayer } from './use-player'

/** Seconds of J and L. */
const SKIP = 10

const DEEDS: Record<string, () => void> = {
  ' ': () => thePlayer().toggle(),
  k: () => thePlayer().toggle(),
  j: () => thePlayer().skip(-SKIP),
  l: () => thePlayer().skip(SKIP),
}

const TYPING = 'input, textarea, select, [contenteditable]'
/** These have a use of their own for the space bar. */
const PRESSED = 'button, a, summary, [role="button"], [role^="menuitem"], [role="option"], [role="checkbox"]'

/** Plays, pauses and skips by keys, where nobody is typing and no window lies over the page. */
export function usePlayerKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const deed = DEEDS[event.key.toLowerCase()]
      const { target } = event
      const held = event.metaKey || event.ctrlKey || event.altKey
      if (!deed || held || event.defaultPrevented || !(target instanceof Element)) return
      if (target.closest(TYPING) || (event.key === ' ' && target.closest(PRESSED))) return
      if (document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]')) return
      event.preventDefault()
      deed()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
