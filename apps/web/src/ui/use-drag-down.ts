import { type CSSProperties, type PointerEvent, useRef, useState } from 'react'

const CLOSES_AFTER_PX = 96

/** Lets a grip pull its panel down; past 96 px it closes, before that it springs back. */
export function useDragDown(close: () => void) {
  const start = useRef<number | null>(null)
  const [offset, setOffset] = useState(0)

  const grip = {
    onPointerDown(event: PointerEvent) {
      start.current = event.clientY
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove(event: PointerEvent) {
      if (start.current !== null) setOffset(Math.max(0, event.clientY - start.current))
    },
    onPointerUp() {
      start.current = null
      if (offset > CLOSES_AFTER_PX) close()
      setOffset(0)
    },
    onPointerCancel() {
      start.current = null
      setOffset(0)
    },
  }
  const style: CSSProperties =
    offset > 0
      ? { transform: `translateY(${offset}px)` }
      : { transition: 'transform 300ms var(--ease-spring)' }
  return { grip, style }
}
