const MENTION = /(?<![\p{L}\p{N}._@-])@([\p{L}\p{N}](?:[\p{L}\p{N}._-]{0,78}[\p{L}\p{N}])?)/gu

/** More names than this in one comment are only text. */
const MOST_MENTIONS = 50

const fold = (name: string) => name.toLowerCase()

/** The names after an `@` in a text, folded, each once. */
export function namesIn(content: string): string[] {
  const names = new Set([...content.matchAll(MENTION)].map(([, name = '']) => fold(name)))
  return [...names].slice(0, MOST_MENTIONS)
}

/** The text with each name that was written as the person has been called since. */
export function renamed(content: string, mentions: readonly { written: string; username: string }[]): string {
  const now = new Map(mentions.map(({ written, username }) => [written, username]))
  return content.replace(MENTION, (whole: string, name: string) => {
    const current = now.get(fold(name))
    return current === undefined || fold(current) === fold(name) ? whole : `@${current}`
  })
}

/** What stands for somebody whose account is gone. */
const NOBODY = 'deleted user'

/** The text without a name that meant somebody who is gone. */
export const nameless = (content: string, written: string): string =>
  content.replace(MENTION, (whole: string, name: string) => (fold(name) === fold(written) ? NOBODY : whole))
