import { isRefusal, refuse } from '@sharemyshows/contract/errors'
import * as contract from '@sharemyshows/contract/moderation'
import type { Db } from '../../platform/db/connect.ts'
import { answer } from '../../platform/http/once.ts'
import type { Routes } from '../../platform/http/route.ts'
import type { Media } from '../media/feature.ts'
import { type Deciding, decide } from './actions/decide.ts'
import { report } from './actions/report.ts'
import { findPictured, listCases, readCase } from './views.ts'

export type Deps = Deciding & { db: Db; readRendition: Media['readRendition'] }

export function moderationRoutes(routes: Routes, { db, readRendition, ...deciding }: Deps): void {
  routes(contract.reportThing, async ({ actor, body, write }) =>
    write(async (tx) => {
      const said = await report(tx, actor, body)
      return isRefusal(said) ? said : answer(said.made ? 201 : 200, said.report)
    }),
  )
  routes(contract.listCases, async ({ actor, query }) => listCases(db, actor.id, query))
  routes(contract.readCase, async ({ actor, params }) => readCase(db, actor.id, params.case_id))
  routes(contract.readCasePicture, async ({ actor, params, reply }) => {
    const found = await findPictured(db, actor.id, params.case_id)
    // as its owner sees it: what was reported is not hidden from those who judge it
    const picture = found && (await readRendition(found.owner_id, found.kind, found.media_id, 'thumbnail'))
    if (picture === undefined) return refuse('not_found')
    return reply.headers({ 'cache-control': 'private, no-store' }).type('image/webp').send(picture)
  })
  routes(contract.decideCase, async ({ actor, params, body, write }) =>
    write(
      async (tx) =>
        (await decide(tx, deciding, actor, params.case_id, body)) ?? readCase(tx, actor.id, params.case_id),
    ),
  )
}
