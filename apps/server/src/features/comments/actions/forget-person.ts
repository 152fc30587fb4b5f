import type { Comment } from '@sharemyshows/contract/comments'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Leaver } from '../../../platform/db/forget.ts'
import { rewriteAnswers } from '../../../platform/http/once.ts'
import { announceComments } from '../facts.ts'
import { nameless } from '../rules.ts'
import { findNaming, takeWords, unname } from '../store.ts'

const A_TIME = 200

/** Takes the words and the name off what a person said, and her name out of what others said to her. */
export async function forgetPerson(tx: Tx, { id, username }: Leaver): Promise<boolean> {
  const said = await takeWords(tx, id, A_TIME)
  const naming = await findNaming(tx, id, A_TIME)
  await unname(
    tx,
    id,
    naming.map(({ id, content, written }) => ({ id, content: nameless(content, written) })),
  )
  await rewriteAnswers<Pick<Comment, 'content' | 'mentions'>>(tx, { mentions: [{ id }] }, (kept) => ({
    ...kept,
    content: nameless(kept.content, username),
    mentions: kept.mentions.filter((meant) => meant.id !== id),
  }))
  for (const showId of new Set([...said, ...naming.map(({ showId }) => showId)])) {
    await announceComments(tx, showId)
  }
  return said.length + naming.length > 0
}
