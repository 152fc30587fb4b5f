import { createHash } from 'node:crypto'

/** The header of kept mails that says whom they speak of. */
export const ABOUT = 'X-About'

/** What stands there for a name: it tells names apart, whatever words a mail is made of, and holds none. */
export const markOf = (name: string): string =>
  createHash('sha256').update(name.toLowerCase()).digest('hex').slice(0, 32)
