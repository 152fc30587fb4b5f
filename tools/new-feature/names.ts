/** One noun in the forms that code and sentences need. */
export interface Names {
  /** As folder, path and file: `set-times`. */
  folder: string
  /** As table: `set_times`. */
  table: string
  /** As schema: `SetTime`. */
  Thing: string
  /** As part of a function's name: `SetTimes`. */
  Things: string
  /** As a value: `setTimes`. */
  things: string
  /** In a sentence: `set time`. */
  thing: string
  /** In a sentence: `Set times`. */
  Sentence: string
}

const pascal = (words: string[]) => words.map((word) => word[0]?.toUpperCase() + word.slice(1)).join('')

function singular(word: string): string {
  if (word.endsWith('ies')) return word.replace(/ies$/, 'y')
  return word.replace(/(?<!s)s$/, '')
}

/**
 * The forms of a noun given in the plural, lower case, words joined by hyphens.
 * @throws Error when it is written otherwise.
 */
export function namesOf(noun: string): Names {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(noun)) {
    throw new Error(`"${noun}" cannot be a folder: write the noun in the plural, lower case, like set-times.`)
  }
  const words = noun.split('-')
  const one = [...words.slice(0, -1), singular(words.at(-1) ?? '')]
  const sentence = words.join(' ')
  return {
    folder: noun,
    table: words.join('_'),
    Thing: pascal(one),
    Things: pascal(words),
    things: pascal(words).replace(/^./, (first) => first.toLowerCase()),
    thing: one.join(' '),
    Sentence: `${sentence[0]?.toUpperCase()}${sentence.slice(1)}`,
  }
}
