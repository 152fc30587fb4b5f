import type { Tx } from '../../platform/db/connect.ts'
import type { CommentFact } from '../comments/feature.ts'
import { noteComment } from './actions/note-comment.ts'

/** Hears what was said under a show. */
export const hearComment = (tx: Tx, fact: CommentFact): Promise<void> => noteComment(tx, fact)
