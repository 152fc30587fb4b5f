import { linesOf } from '../tables/lines.ts'

/** A line as it was before it was folded (RFC 5545, 3.1), and the number of the line of the file where it begins. */
export type ContentLine = { text: string; line: number }

/** Longer ones lose their end: nothing that is read of a calendar is that long. */
export const MOST_LETTERS = 32_768

/** The unfolded lines of a text that comes in pieces, some at a time; blank ones are passed over. */
export async function* contentLines(pieces: AsyncIterable<string>): AsyncGenerator<ContentLine[]> {
  let open: ContentLine | undefined
  for await (const lines of linesOf(pieces)) {
    const whole: ContentLine[] = []
    for (const { number, text } of lines) {
      if (open !== undefined && /^[ \t]/.test(text))
        open.text += text.slice(1, 1 + MOST_LETTERS - open.text.length)
      else {
        if (isSaid(open)) whole.push(open)
        open = { text: text.slice(0, MOST_LETTERS), line: number }
      }
    }
    if (whole.length > 0) yield whole
  }
  if (isSaid(open)) yield [open]
}

const isSaid = (line: ContentLine | undefined): line is ContentLine =>
  line !== undefined && line.text.trim() !== ''
