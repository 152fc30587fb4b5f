import type { ChosenAudience } from '@sharemyshows/contract/fields'
import { foldName } from './columns.ts'

/** What a cell says: our own export puts an apostrophe before what a spreadsheet would take for a formula. */
export const unguarded = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r])/, '').trim()

/** Names of other acts, which a semicolon or a plus parts, and, where `byComma` and nothing else does, a comma. */
export const actsOf = (cell: string, byComma: boolean): string[] =>
  cell
    .split(byComma && !cell.includes(';') ? /,|\s\+\s/ : /;|\s\+\s/)
    .map((name) => name.trim())
    .filter((name) => name !== '')

/** A rating as somebody wrote it, of how many; null when it is none. */
export function ratingOf(cell: string): { value: number; of: number | null } | null {
  const stars = cell.match(/★|⭐|\*/gu)?.length ?? 0
  if (stars > 0 && /^(★|⭐|\*|☆|\uFE0F|\s)+$/u.test(cell)) return { value: stars, of: 5 }
  const found = /^(\d+(?:[.,]\d+)?)\s*(?:(?:\/|of|out of|von|van|sur|de|su)\s*(\d+)|%|\p{L}+)?$/iu.exec(cell)
  if (found === null) return null
  const value = Number((found[1] ?? '').replace(',', '.'))
  const of = found[2] !== undefined ? Number(found[2]) : cell.endsWith('%') ? 100 : null
  return {
    value,
    of: /(stars?|sterren|sterne|etoiles?|étoiles?|estrellas|stelle|estrelas)$/i.test(cell) ? 5 : of,
  }
}

/** The highest rating there can be, when the highest there is is this. */
export const scaleFor = (highest: number): number => (highest <= 5 ? 5 : highest <= 10 ? 10 : 100)

/** A rating of one to five; null when it lies outside its scale. */
export function inFive({ value, of }: { value: number; of: number | null }, scale: number): number | null {
  const most = of ?? scale
  if (most <= 0 || value < 0 || value > most) return null
  const rating = Math.round((value * 5) / most)
  return rating < 1 ? (value > 0 ? 1 : null) : rating
}

const yes = new Set(
  'yes y true t 1 x ja j wahr oui o vrai si s sim verdadeiro vero verdadero public openbaar'.split(' '),
)
const no = new Set('no n false f 0 nee nein falsch non faux nao falso private prive privat'.split(' '))

/** Yes or no in any of our languages; undefined when it is neither. */
export function yesOrNo(cell: string): boolean | undefined {
  const word = foldName(cell)
  return yes.has(word) ? true : no.has(word) ? false : undefined
}

const audiences: Record<string, ChosenAudience> = {
  private: 'private',
  'only me': 'private',
  me: 'private',
  friends: 'friends',
  attendees: 'attendees',
  public: 'public',
  everyone: 'public',
}

/** Who may see it; what we do not know, or cannot choose today, is for nobody else. */
export const audienceOf = (cell: string): ChosenAudience | undefined => audiences[foldName(cell)]

/** Degrees; null when it is no such number. */
export function degreesOf(cell: string, most: 90 | 180): number | null {
  const found = /^[-+]?\d{1,3}(?:[.,]\d+)?$/.test(cell) ? Number(cell.replace(',', '.')) : Number.NaN
  return Math.abs(found) <= most ? found : null
}
