import type { Db } from '../../platform/db/connect.ts'
import type { Routes } from '../../platform/http/route.ts'
import { bringComment, takeCommentBack } from './actions/bring-comment.ts'
import { removeComment } from './actions/delete-comment.ts'
import { forgetPerson } from './actions/forget-person.ts'
import type { CommentListener } from './facts.ts'
import { cron, jobs } from './jobs.ts'
import { commentRoutes } from './routes.ts'
import { moveComments } from './store.ts'

export type CommentsOptions = {
  db: Db
  /** Whoever wants to know what was said, and who is meant by it. */
  listeners?: readonly CommentListener[]
}

export type Comments = Pick<ReturnType<typeof createComments>, 'bring' | 'takeBack'>
export type { CommentFact } from './facts.ts'

/** Comments: what people say under a show. */
export function createComments({ db, listeners = [] }: CommentsOptions) {
  return {
    routes: (routes: Routes) => commentRoutes(routes, { db, listeners }),
    jobs: jobs(db),
    cron,
    /** Takes one away as a moderator decided. */
    remove: removeComment,
    moveToShow: moveComments,
    forget: forgetPerson,
    /** What somebody said elsewhere and brings along. */
    bring: bringComment,
    takeBack: takeCommentBack,
  }
}
