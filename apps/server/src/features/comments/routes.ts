import * as contract from '@sharemyshows/contract/comments'
import { refuse } from '@sharemyshows/contract/errors'
import type { Db, Tx } from '../../platform/db/connect.ts'
import { type Actor, viewerOf } from '../../platform/http/actor.ts'
import type { Routes } from '../../platform/http/route.ts'
import { deleteComment, restoreComment } from './actions/delete-comment.ts'
import { editComment } from './actions/edit-comment.ts'
import { writeComment } from './actions/write-comment.ts'
import type { CommentListener } from './facts.ts'
import { listComments, readComment } from './views.ts'

export type Deps = { db: Db; listeners: readonly CommentListener[] }

export function commentRoutes(routes: Routes, { db, listeners }: Deps): void {
  const reread = async (tx: Tx, actor: Actor, id: string) =>
    (await readComment(tx, actor.id, id)) ?? refuse('not_found')

  routes(contract.createComment, async ({ actor, body, write }) =>
    write(async (tx) => {
      const id = await writeComment(tx, listeners, actor, body)
      return typeof id === 'string' ? reread(tx, actor, id) : id
    }),
  )
  routes(contract.listComments, async ({ actor, params, query }) =>
    listComments(db, viewerOf(actor), params.show_id, query),
  )
  routes(contract.changeComment, async ({ actor, params, body, write }) =>
    write(
      async (tx) =>
        (await editComment(tx, listeners, actor, params.id, body.content)) ?? reread(tx, actor, params.id),
    ),
  )
  routes(contract.deleteComment, async ({ actor, params, write }) =>
    write((tx) => deleteComment(tx, actor, params.id)),
  )
  routes(contract.restoreComment, async ({ actor, params, write }) =>
    write(async (tx) => (await restoreComment(tx, actor, params.id)) ?? reread(tx, actor, params.id)),
  )
}
