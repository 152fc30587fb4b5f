import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import { speakLength } from '@/lib/lengths'

type Scrubbed = {
  /** What it goes through, for screen readers. */
  label: string
  /** Both in seconds. */
  position: number
  length: number
  onSeek: (seconds: number) => void
  /** The part that is drawn, where it is not all. */
  view?: { from: number; to: number } | undefined
}

const STEP = 5
const LEAP = 30

/** Where the arrow and paging keys lead, in seconds. */
function ledBy(key: string, position: number, length: number): number | undefined {
  const steps: Record<string, number> = {
    ArrowRight: STEP,
    ArrowUp: STEP,
    ArrowLeft: -STEP,
    ArrowDown: -STEP,
    PageUp: LEAP,
    PageDown: -LEAP,
  }
  if (key === 'Home') return 0
  if (key === 'End') return length
  const step = steps[key]
  return step === undefined ? undefined : Math.min(length, Math.max(0, position + step))
}

/**
 * Going through a recording by hand: press, drag or keys on the element that gets `slider`. A drag seeks when it is let
 * go of; meanwhile `shown` is where it would lead. `pointed` is the second under the mouse.
 */
export function useScrub({ label, position, length, onSeek, view }: Scrubbed) {
  const [dragged, setDragged] = useState<number>()
  const [pointed, setPointed] = useState<number>()
  const shown = dragged ?? position
  const at = ({ currentTarget, clientX }: PointerEvent) => {
    const { left, width } = currentTarget.getBoundingClientRect()
    const share = Math.min(1, Math.max(0, (clientX - left) / Math.max(1, width)))
    const { from, to } = view ?? { from: 0, to: length }
    return from + share * (to - from)
  }
  const slider = {
    role: 'slider',
    tabIndex: 0,
    'aria-label': label,
    'aria-valuemin': 0,
    'aria-valuemax': Math.round(length),
    'aria-valuenow': Math.round(shown),
    'aria-valuetext': `${speakLength(shown)} of ${speakLength(length)}`,
    onKeyDown(event: KeyboardEvent) {
      const next = ledBy(event.key, position, length)
      if (next === undefined || event.metaKey || event.ctrlKey || event.altKey) return
      event.preventDefault()
      onSeek(next)
    },
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      setDragged(at(event))
    },
    onPointerMove(event: PointerEvent) {
      if (event.pointerType === 'mouse') setPointed(at(event))
      if (dragged !== undefined) setDragged(at(event))
    },
    onPointerUp(event: PointerEvent) {
      if (dragged !== undefined) onSeek(at(event))
      setDragged(undefined)
    },
    onPointerCancel: () => setDragged(undefined),
    onPointerLeave: () => setPointed(undefined),
  } as const
  return { slider, shown, pointed: dragged ?? pointed }
}
