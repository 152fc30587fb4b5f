import { refuse } from '@sharemyshows/contract/errors'
import * as contract from '@sharemyshows/contract/people'
import type { Db } from '../../platform/db/connect.ts'
import { viewerOfOwn } from '../../platform/http/actor.ts'
import type { Routes } from '../../platform/http/route.ts'
import { readProfile } from './views.ts'

export function peopleRoutes(routes: Routes, db: Db): void {
  routes(contract.readProfile, async ({ actor, params: { username }, query }) => {
    const isOwn = actor?.username.toLowerCase() === username.toLowerCase()
    return (await readProfile(db, viewerOfOwn(query.as, actor, isOwn), username)) ?? refuse('not_found')
  })
}
