import { sayWhyGuessable } from '@sharemyshows/contract/guessable'
import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'

// A chunk of its own: the lists of known passwords are larger than the whole first page.
const zxcvbn = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })

/** `level` 0–4; below 2 the server refuses. `says` tells why, or what would make it better. */
export type Strength = { level: 0 | 1 | 2 | 3 | 4; says: string }

const FINE = ['', '', 'Fair. One more word would make it strong.', 'Good', 'Strong'] as const

/** How long a guesser would need; `known` are words of the person herself. */
export function judge(password: string, known: readonly string[]): Strength {
  const { score, feedback } = zxcvbn.check(password, known.filter(Boolean))
  return { level: score, says: score < 2 ? sayWhyGuessable(feedback.warning) : FINE[score] }
}
