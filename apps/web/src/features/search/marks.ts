/** A piece of a text from its letter `at`; `marked` when it is what was typed. */
export type Piece = { text: string; marked: boolean; at: number }

const ACCENTS = /\p{M}/gu
const fold = (text: string) => text.normalize('NFD').replace(ACCENTS, '').toLowerCase()
/** The server wants one or two letters to begin a word. */
const SHORT = /^[a-z0-9]{1,2}$/

/** Cuts a text into what fits the words that were typed, without regard to case and accents, and what does not. */
export function marks(text: string, typed: string): Piece[] {
  const letters = [...text.normalize('NFC')]
  const marked = letters.map(() => false)
  // Each unit of the folded text, with the place of the letter it comes from.
  const folded = letters.flatMap((letter, at) =>
    fold(letter)
      .split('')
      .map((part) => ({ part, at })),
  )
  const key = folded.map(({ part }) => part).join('')
  for (const word of fold(typed).split(/\s+/).filter(Boolean)) {
    for (let from = key.indexOf(word); from >= 0; from = key.indexOf(word, from + 1)) {
      if (SHORT.test(word) && /\S/.test(key[from - 1] ?? ' ')) continue
      for (const { at } of folded.slice(from, from + word.length)) marked[at] = true
    }
  }
  const pieces: Piece[] = []
  letters.forEach((letter, at) => {
    const last = pieces.at(-1)
    if (last && last.marked === marked[at]) last.text += letter
    else pieces.push({ text: letter, marked: marked[at] ?? false, at })
  })
  return pieces
}
