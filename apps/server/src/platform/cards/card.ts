/** What a picture card says: a ticket with its stub, under its own light. Colours are `#rrggbb`. */
export type Card = {
  light: { tint: string; deep: string }
  /** Three short lines on the stub, the middle one large. */
  stub: { top: string; big: string; bottom: string }
  title: string
  /** Smaller lines below the title, most telling first. */
  lines: readonly string[]
  /** What stands for a text of which our fonts know no letter. */
  untold: string
}

/** Pixels: what link previews ask for. */
export const CARD_WIDTH = 1200
export const CARD_HEIGHT = 630
