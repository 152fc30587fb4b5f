import type { KeyboardCoordinateGetter } from '@dnd-kit/core'

const STEPS: Record<string, 1 | -1> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }

/**
 * Where an arrow key carries a chip: to the next or the last place in the order of the list, whatever line it is on. Of
 * chips of many widths the one that lies nearest is often another.
 */
export const byOrder =
  (order: readonly string[]): KeyboardCoordinateGetter =>
  (event, { context: { active, over, collisionRect, droppableRects } }) => {
    const step = STEPS[event.code]
    if (step === undefined || active === null || collisionRect === null) return undefined
    event.preventDefault()
    const next = order[order.indexOf(String((over ?? active).id)) + step]
    const place = next === undefined ? undefined : droppableRects.get(next)
    if (place === undefined) return undefined
    // the middles meet, because the middle decides what a chip is over
    return {
      x: place.left + (place.width - collisionRect.width) / 2,
      y: place.top + (place.height - collisionRect.height) / 2,
    }
  }
