import { type PointerEvent, useRef } from 'react'

const HOLD_MS = 450
const STILL_PX = 10

/** For a finger that stays: calls `deed` once, and swallows the click that follows. A mouse has other ways. */
export function useLongPress(deed: (() => void) | undefined) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const from = useRef({ x: 0, y: 0 })
  const held = useRef(false)
  const stop = () => clearTimeout(timer.current)
  return {
    onPointerDown: ({ pointerType, clientX, clientY }: PointerEvent) => {
      stop()
      held.current = false
      if (pointerType === 'mouse' || deed === undefined) return
      from.current = { x: clientX, y: clientY }
      timer.current = setTimeout(() => {
        held.current = true
        navigator.vibrate?.(10)
        deed()
      }, HOLD_MS)
    },
    onPointerMove: ({ clientX, clientY }: PointerEvent) => {
      if (Math.hypot(clientX - from.current.x, clientY - from.current.y) > STILL_PX) stop()
    },
    onPointerUp: stop,
    onPointerCancel: stop,
    /** True for the click of a press that was long. */
    wasHeld: () => held.current,
  }
}
