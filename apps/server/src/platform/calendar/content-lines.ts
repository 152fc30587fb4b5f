/** A line as it was before it was folded (RFC 5545, 3.1), and the number of the line of the file where it begins. */
export type ContentLine = { text: string; line: number }

/** Longer lines lose their end: nothing that is read of a calendar is that long. */
export const MOST_LETTERS = 32_768

/**
 * The unfolded lines of a text that comes in pieces, some at a time. Of a line of any length, folded or not, no more is
 * held than `MOST_LETTERS`. Blank lines are passed over.
 */
export async function* contentLines(pieces: AsyncIterable<string>): AsyncGenerator<ContentLine[]> {
  const unfold = unfolding()
  let begun = ''
  for await (const piece of pieces) {
    const parts = piece.split('\n')
    const last = parts.pop() ?? ''
    const whole: ContentLine[] = []
    for (const part of parts) {
      unfold.add(begun + room(begun, part), whole)
      begun = ''
    }
    begun += room(begun, last)
    if (whole.length > 0) yield whole
  }
  const whole: ContentLine[] = []
  unfold.add(begun, whole)
  unfold.end(whole)
  yield whole
}

/** As much of a text as still fits behind what is there; the end of a line is found all the same. */
const room = (begun: string, text: string): string => text.slice(0, Math.max(0, MOST_LETTERS - begun.length))

function unfolding() {
  let line = 0
  let open: ContentLine | undefined
  const end = (whole: ContentLine[]) => {
    if (open !== undefined && open.text.trim() !== '') whole.push(open)
    open = undefined
  }
  const add = (written: string, whole: ContentLine[]) => {
    line += 1
    const text = written.endsWith('\r') ? written.slice(0, -1) : written
    if (open !== undefined && /^[ \t]/.test(text)) open.text += room(open.text, text.slice(1))
    else {
      end(whole)
      open = { text, line }
    }
  }
  return { add, end }
}
