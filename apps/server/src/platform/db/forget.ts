import type { Tx } from './connect.ts'

/** Somebody whose account is being removed: what a feature may need to find all that is hers. */
export type Leaver = { id: string; username: string; email: string }

/**
 * Removes what a feature keeps of a person, a bounded amount at a time; true while there may be more. Doing it again
 * finds what is left, so it may be interrupted anywhere.
 */
export type Forget = (tx: Tx, person: Leaver) => Promise<boolean>
