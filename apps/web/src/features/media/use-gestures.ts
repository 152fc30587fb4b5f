import { type PointerEvent, useRef } from 'react'

type Gestures = {
  /** A tap, or a click. */
  onTap: (by: 'finger' | 'mouse') => void
  /** Two taps in the left or the right third. */
  onSide: (side: -1 | 1) => void
  onSwipe: (to: 'left' | 'right' | 'down') => void
}

const DOUBLE_MS = 300
/** Farther is no tap any more, in pixels; and this far is a swipe. */
const TAP = 10
const SWIPE = 70

/** Tells taps, double taps and swipes apart, on the element that gets these. */
export function useGestures({ onTap, onSide, onSwipe }: Gestures) {
  const from = useRef<{ x: number; y: number }>(undefined)
  const tapped = useRef<{ at: number; side: number }>({ at: 0, side: 0 })

  const tap = ({ currentTarget, clientX, timeStamp }: PointerEvent) => {
    const { left, width } = currentTarget.getBoundingClientRect()
    const third = Math.floor(((clientX - left) / Math.max(1, width)) * 3) - 1
    const twice = timeStamp - tapped.current.at < DOUBLE_MS && tapped.current.side === third
    tapped.current = { at: timeStamp, side: third }
    if (twice && third !== 0) onSide(third < 0 ? -1 : 1)
    else onTap('finger')
  }
  return {
    onPointerDown({ clientX, clientY, isPrimary }: PointerEvent) {
      from.current = isPrimary ? { x: clientX, y: clientY } : undefined
    },
    onPointerUp(event: PointerEvent) {
      const start = from.current
      from.current = undefined
      if (start === undefined || event.button !== 0) return
      const [x, y] = [event.clientX - start.x, event.clientY - start.y]
      if (event.pointerType === 'mouse') onTap('mouse')
      else if (Math.hypot(x, y) < TAP) tap(event)
      else if (Math.abs(x) > SWIPE && Math.abs(x) > Math.abs(y) * 1.5) onSwipe(x < 0 ? 'left' : 'right')
      else if (y > SWIPE && y > Math.abs(x) * 1.5) onSwipe('down')
    },
    onPointerCancel() {
      from.current = undefined
    },
  }
}
