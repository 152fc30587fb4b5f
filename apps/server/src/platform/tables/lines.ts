/** A line as it lies in a file, without its end; `cut` when it was longer than a line may be. */
export type Line = { number: number; text: string; cut: boolean }

/** Most characters of a line that are kept. */
export const MOST_LINE = 200_000

const ends = /\r\n|\n|\r/g

/** Lines of a text that comes in pieces. However long one is, no more of it is held than a line may be. */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<Line[]> {
  let number = 1
  let rest = ''
  let cut = false
  const add = (text: string) => {
    if (rest.length + text.length > MOST_LINE) cut = true
    rest = (rest + text).slice(0, MOST_LINE)
  }
  const end = (): Line => {
    const line = { number, text: rest, cut }
    number++
    rest = ''
    cut = false
    return line
  }
  // a return at the end of a piece may be half of an end
  let half = ''
  for await (const piece of pieces) {
    const whole = half + piece
    half = whole.endsWith('\r') ? '\r' : ''
    const text = half === '' ? whole : whole.slice(0, -1)
    const lines: Line[] = []
    let at = 0
    for (const found of text.matchAll(ends)) {
      add(text.slice(at, found.index))
      lines.push(end())
      at = found.index + found[0].length
    }
    add(text.slice(at))
    if (lines.length > 0) yield lines
  }
  const last = half === '' ? [] : [end()]
  if (rest !== '' || cut) last.push(end())
  if (last.length > 0) yield last
}
