const SETTLES_MS = 2000
const BY_HAND = ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const

/**
 * Brings an element to the top of the window and holds it there while what is above it loads and changes height,
 * for two seconds or until somebody scrolls by hand.
 */
export function jumpTo(element: HTMLElement): void {
  const align = () => element.scrollIntoView({ block: 'start' })
  const observer = new ResizeObserver(align)
  const stop = () => {
    observer.disconnect()
    clearTimeout(timer)
    for (const event of BY_HAND) window.removeEventListener(event, stop)
  }
  const timer = setTimeout(stop, SETTLES_MS)
  for (const event of BY_HAND) window.addEventListener(event, stop, { passive: true })
  observer.observe(document.body)
  align()
}
