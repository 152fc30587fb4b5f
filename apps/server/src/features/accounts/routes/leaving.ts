import { isRefusal } from '@sharemyshows/contract/errors'
import * as contract from '@sharemyshows/contract/leaving'
import type { Db } from '../../../platform/db/connect.ts'
import type { SessionCookies } from '../../../platform/http/cookies.ts'
import type { Routes } from '../../../platform/http/route.ts'
import type { Attempts } from '../actions/attempts.ts'
import { confirmPassword } from '../actions/confirm-password.ts'
import { keep, type LeavingDeps, leave } from '../actions/leaving.ts'
import { readMe } from '../views.ts'

export type LeavingRoutesDeps = LeavingDeps & { db: Db; attempts: Attempts; cookies: SessionCookies }

export function leavingRoutes(routes: Routes, deps: LeavingRoutesDeps): void {
  const { db, attempts, cookies } = deps
  routes(contract.deleteMe, async ({ actor, body, reply, write }) => {
    const refusal = await confirmPassword(db, attempts, actor, body.password)
    if (refusal !== undefined) return refusal
    const result = await write((tx) => leave(tx, deps, actor, body.when))
    if (isRefusal(result)) return result
    cookies.clear(reply)
    return undefined
  })
  routes(contract.keepMe, async ({ actor, write }) =>
    write(async (tx) => {
      await keep(tx, deps, actor)
      return readMe(tx, actor.id)
    }),
  )
}
