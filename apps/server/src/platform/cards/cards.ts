import { createHash } from 'node:crypto'
import { createBoundedGate } from '../images/index.ts'
import type { Card } from './card.ts'
import { drawCard } from './draw.ts'

/** Changes with the drawing, so that nobody keeps one of an older hand. */
const HAND = 2
const KEPT = 32
const MOST_WAITING = 20

/** What tells one card from every other; `photo` is what tells its photo from others. */
export const tagOfCard = (card: Card, photo: string | null): string =>
  createHash('sha256')
    .update(JSON.stringify([HAND, card, photo]))
    .digest('base64url')
    .slice(0, 22)

export type Cards = ReturnType<typeof createCards>

/**
 * Draws cards one at a time and keeps the last ones by their tag. Nothing here knows who may see a card: whoever asks
 * has looked that up before, every time.
 */
export function createCards() {
  const gate = createBoundedGate(1, MOST_WAITING)
  const drawn = new Map<string, Promise<Buffer>>()
  return {
    /** The PNG of a card; null when too many are waiting. */
    async png(tag: string, card: Card, photo: () => Promise<Buffer | undefined>): Promise<Buffer | null> {
      const png = drawn.get(tag) ?? gate(async () => drawCard(card, await photo()))
      if (png === null) return null
      drawn.delete(tag)
      drawn.set(tag, png)
      for (const oldest of drawn.keys()) if (drawn.size > KEPT) drawn.delete(oldest)
      png.catch(() => drawn.delete(tag))
      return png
    },
  }
}
