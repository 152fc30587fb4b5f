import { type Dirent, readdirSync } from 'node:fs'
import path from 'node:path'

/** Folders within folders; deeper ones are told of and left. */
const MOST_DEEP = 16

const AUDIO = /\.(?:mp3|wav|ogg|oga|opus|m4a|flac|aiff?|weba)$/i

/** What is found: a file that calls itself audio, one that does not, or a folder that was not looked into. */
export type Found = { path: string; is: 'audio' | 'other' | 'unread' }

/** Everything in a folder in the order of names. Links are not followed, and what is hidden is passed by. */
export function* walk(folder: string, depth = 0): Generator<Found> {
  let inside: Dirent[]
  try {
    inside = readdirSync(folder, { withFileTypes: true })
  } catch {
    return yield { path: folder, is: 'unread' }
  }
  for (const entry of inside.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const its = path.join(folder, entry.name)
    if (entry.name.startsWith('.') || entry.isSymbolicLink()) continue
    if (entry.isDirectory()) {
      if (depth + 1 < MOST_DEEP) yield* walk(its, depth + 1)
      else yield { path: its, is: 'unread' }
    } else if (entry.isFile()) yield { path: its, is: AUDIO.test(entry.name) ? 'audio' : 'other' }
  }
}
