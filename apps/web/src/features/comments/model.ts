import type { Comment as Said } from '@sharemyshows/contract/comments'

export type Comment = Said
export type CommentPage = { items: Comment[]; next_cursor: string | null }
export type Person = NonNullable<Comment['user']>

/** Most characters of a comment, as the server takes them. */
export const MOST_CHARACTERS = 5000

/** A conversation as its page hands it in. */
export type Talk = {
  showId: string
  /** Null for those who are not signed in. */
  me: (Person & { moderates: boolean }) | null
  /** Whom an @ may name. */
  people: readonly Person[]
  /** Who can read what is written here. */
  readers: string
}

/** The address of a comment within the page. */
export const anchorOf = (id: string): string => `comment-${id}`

/** What was said, oldest first: pages come newest first, each turned round. */
export function threadOf(pages: readonly CommentPage[]): Comment[] {
  const seen = new Set<string>()
  return pages
    .flatMap(({ items }) => items)
    .filter(({ id }) => !seen.has(id) && seen.add(id))
    .toReversed()
}

/** Where in a text a name is being written, and how much of it stands there. */
export type Naming = { start: number; query: string }

/** The name being written before the caret, if any. */
export function namingAt(text: string, caret: number): Naming | undefined {
  const found = /(?<![\p{L}\p{N}._@-])@([\p{L}\p{N}._-]{0,40})$/u.exec(text.slice(0, caret))
  return found ? { start: found.index, query: found[1] ?? '' } : undefined
}

/** The text with the name written out, and where the caret goes. */
export function withName(text: string, caret: number, { start }: Naming, username: string) {
  const rest = text.slice(caret)
  const before = `${text.slice(0, start)}@${username}${rest.startsWith(' ') ? '' : ' '}`
  return { text: before + rest, caret: before.length + (rest.startsWith(' ') ? 1 : 0) }
}

const fold = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** Those whose username begins like the query, then those with a word of their name that does. */
export function peopleNamed(people: readonly Person[], query: string, most = 6): Person[] {
  const wanted = fold(query)
  const begins = (word: string) => fold(word).startsWith(wanted)
  const byName = people.filter(({ username }) => begins(username))
  const byWord = people.filter(
    ({ username, display_name }) => !begins(username) && (display_name ?? '').split(/\s+/).some(begins),
  )
  return [...byName, ...byWord].slice(0, most)
}

/** "2 new comments" */
export const sayNew = (count: number): string => (count === 1 ? '1 new comment' : `${count} new comments`)
