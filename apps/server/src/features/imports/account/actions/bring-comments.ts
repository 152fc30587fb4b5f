import { isRefusal } from '@sharemyshows/contract/errors'
import type { Comments } from '../../../comments/feature.ts'
import type { Bringer } from '../../kinds.ts'
import type { CommentEntry } from '../rules/extras.ts'
import { brought } from './settle.ts'

const NOT_HERE = { field: 'comments', message: 'The show it is about is not here.' }

/** What somebody said, under shows that came along, and under those of others that she sees here. */
export const commentsBringer = (comments: Comments): Bringer => ({
  async bring({ entry }, { actor, idOf, settle }) {
    const { show_id, content, edited, created_at: createdAt } = entry as CommentEntry
    await settle(async (tx) => {
      const showId = (await idOf(tx, 'shows', show_id)) ?? show_id
      const said = await comments.bring(tx, actor, { showId, content, edited, createdAt })
      return isRefusal(said) ? { outcome: 'skipped', problems: [NOT_HERE] } : brought(said, { content })
    })
  },
  async takeBack(tx, actor, { madeId, made }) {
    const { content } = made as Pick<CommentEntry, 'content'>
    const gone = madeId === null || (await comments.takeBack(tx, actor, madeId, content))
    return gone ? 'undone' : 'kept'
  },
})
