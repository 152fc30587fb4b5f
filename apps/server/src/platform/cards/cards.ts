import { createHash } from 'node:crypto'
import { createGate } from '../images/index.ts'
import type { Card } from './card.ts'
import { drawCard } from './draw.ts'

/** Changes with the drawing, so that nobody keeps one of an older hand. */
const HAND = 1
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
  const gate = createGate(1)
  const drawn = new Map<string, Promise<Buffer>>()
  let waiting = 0
  return {
    /** The PNG of a card; null when too many are waiting. */
    async png(tag: string, card: Card, photo: () => Promise<Buffer | undefined>): Promise<Buffer | null> {
      const known = drawn.get(tag)
      if (known === undefined && waiting >= MOST_WAITING) return null
      const png = known ?? drawAnew(card, photo)
      drawn.delete(tag)
      drawn.set(tag, png)
      for (const oldest of drawn.keys()) if (drawn.size > KEPT) drawn.delete(oldest)
      png.catch(() => drawn.delete(tag))
      return png
    },
  }

  function drawAnew(card: Card, photo: () => Promise<Buffer | undefined>): Promise<Buffer> {
    waiting++
    return gate(async () => drawCard(card, await photo())).finally(() => waiting--)
  }
}
