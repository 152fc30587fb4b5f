import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Known } from './model'
import { earlier, hasMoreBefore, inView, later, latest, MOST_DRAWN, type View } from './view'

/** As near to an edge (px) more is drawn, or read. */
const NEAR = 800
const END = 40

/** Where the reader is: at the end, or by a line that stays where it is on the screen whatever comes around it. */
type Place = 'end' | { row: string; top: number }

type LogOptions = {
  scroller: RefObject<HTMLElement | null>
  known: Known
  /** The line that is in sight first; without it, the end. */
  begins: string | undefined
  /** The first number that has to be drawn at once for that. */
  firstNumber: number
  loadEarlier: (() => void) | undefined
  /** The number of the last line in sight. */
  onSeen: (number: number) => void
}

/** Draws as much of a long conversation as is near, keeps the reader's place in it, and follows its end. */
export function useLog({ scroller, known, begins, firstNumber, loadEarlier, onSeen }: LogOptions) {
  const { messages } = known
  const [view, setView] = useState<View>(() => {
    const end = latest(messages)
    return { ...end, from: Math.min(end.from, firstNumber) }
  })
  const [atEnd, setAtEnd] = useState(begins === undefined)
  const place = useRef<Place>(begins === undefined ? 'end' : { row: begins, top: 120 })

  const look = useCallback(() => {
    const box = scroller.current
    if (!box || box.clientHeight === 0) return
    const below = box.scrollHeight - box.scrollTop - box.clientHeight
    const end = view.to === null && below < END
    place.current = end ? 'end' : (firstInSight(box) ?? place.current)
    setAtEnd(end)
    onSeen(lastInSight(box))
    if (box.scrollTop < NEAR) {
      if (hasMoreBefore(messages, view)) setView(earlier(messages, view))
      else loadEarlier?.()
    }
    if (below < NEAR && view.to !== null) setView(later(messages, view))
    else if (end && inView(messages, view).length > MOST_DRAWN) setView(latest(messages))
  }, [scroller, messages, view, loadEarlier, onSeen])

  const hold = useCallback(() => {
    const box = scroller.current
    if (!box) return
    if (place.current === 'end') box.scrollTop = box.scrollHeight
    else {
      const row = box.querySelector(`[data-row="${place.current.row}"]`)
      if (row) box.scrollTop += topIn(box, row) - place.current.top
    }
  }, [scroller])

  // after every drawing, before it is seen
  useLayoutEffect(() => {
    hold()
    look()
  })
  useEffect(() => {
    const box = scroller.current
    if (!box) return
    const watcher = new ResizeObserver(hold)
    watcher.observe(box)
    for (const part of box.children) watcher.observe(part)
    return () => watcher.disconnect()
  }, [scroller, hold])
  useEffect(() => {
    const box = scroller.current
    box?.addEventListener('scroll', look, { passive: true })
    document.addEventListener('visibilitychange', look)
    return () => {
      box?.removeEventListener('scroll', look)
      document.removeEventListener('visibilitychange', look)
    }
  }, [scroller, look])

  const toEnd = useCallback(() => {
    place.current = 'end'
    setView(latest(messages))
    hold()
  }, [messages, hold])
  const shown = useMemo(() => inView(messages, view), [messages, view])
  return { shown, atEnd, toEnd }
}

const topIn = (box: Element, row: Element) =>
  row.getBoundingClientRect().top - box.getBoundingClientRect().top

function firstInSight(box: HTMLElement): Place | undefined {
  for (const row of box.querySelectorAll<HTMLElement>('[data-number]')) {
    const top = topIn(box, row)
    if (top + row.offsetHeight > 0) return { row: row.dataset.row ?? '', top }
  }
  return undefined
}

function lastInSight(box: HTMLElement): number {
  const rows = [...box.querySelectorAll<HTMLElement>('[data-number]')]
  const row = rows.findLast((one) => topIn(box, one) + one.offsetHeight <= box.clientHeight + END)
  return Number(row?.dataset.number ?? 0)
}
