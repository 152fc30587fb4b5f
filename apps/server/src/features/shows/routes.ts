import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import { revertRevision } from '@sharemyshows/contract/history'
import { listShowDuplicates, mergeShow } from '@sharemyshows/contract/merging'
import { searchShows as searchContract } from '@sharemyshows/contract/search'
import type { Show, ShowFilter } from '@sharemyshows/contract/shows'
import * as contract from '@sharemyshows/contract/shows'
import type { Tx } from '../../platform/db/connect.ts'
import { type Actor, isStaff, viewerOf, viewerOfOwn } from '../../platform/http/actor.ts'
import { moved } from '../../platform/http/moved.ts'
import { answer } from '../../platform/http/once.ts'
import type { Call, Routes } from '../../platform/http/route.ts'
import { survivorOf } from '../../viewer/survivors.ts'
import type { AbsorbDeps } from './actions/absorb-show.ts'
import { type ChangeDeps, changeShow } from './actions/change-show.ts'
import { type CreateDeps, createShow } from './actions/create-show.ts'
import { type DeleteDeps, deleteShow } from './actions/delete-show.ts'
import { mergeShows } from './actions/merge-shows.ts'
import { type RevertDeps, revertChange } from './actions/revert-change.ts'
import {
  listDuplicates,
  listShows,
  listShowsOfPerson,
  listYears,
  type Reading,
  readShow,
  searchShows,
  show,
} from './views.ts'

export type Deps = Reading & CreateDeps & ChangeDeps & DeleteDeps & AbsorbDeps & RevertDeps

type Change = Pick<Call<typeof contract.changeShow>, 'actor' | 'params' | 'body' | 'write'>

export function showRoutes(routes: Routes, deps: Deps): void {
  const { db } = deps
  const list = (actor: Actor | null, part: 'all' | 'upcoming' | 'past', query: ShowFilter) => {
    if (query.scope === 'all') return listShows(deps, viewerOf(actor), 'everybody', part, query)
    return actor === null ? refuse('unauthenticated') : listShows(deps, actor.id, 'mine', part, query)
  }
  // it may have been merged away while this waited for it
  const reread = async (tx: Tx, actor: Actor, id: string): Promise<Show | Refusal> =>
    (await readShow(tx, actor.id, id)) ?? refuse('not_found')
  const change = async ({ actor, params, body, write }: Change) =>
    write(async (tx) => {
      const id = await changeShow(tx, deps, actor, params.id, body)
      return isRefusal(id) ? id : reread(tx, actor, id)
    })

  routes(contract.createShow, async ({ actor, body, write }) =>
    write(async (tx) => {
      const created = await createShow(tx, deps, actor, body)
      if ('made' in created) return answer(201, show(created.made))
      const found = await reread(tx, actor, created.id)
      return isRefusal(found) ? found : answer(created.added ? 201 : 200, found)
    }),
  )
  routes(contract.listShows, async ({ actor, query }) => list(actor, 'all', query))
  routes(contract.listUpcoming, async ({ actor, query }) => list(actor, 'upcoming', query))
  routes(contract.listPast, async ({ actor, query }) => list(actor, 'past', query))
  routes(searchContract, async ({ actor, query }) => {
    if (query.scope === 'all') return searchShows(deps, viewerOf(actor), 'everybody', query)
    return actor === null ? refuse('unauthenticated') : searchShows(deps, actor.id, 'mine', query)
  })
  routes(contract.listYears, async ({ actor }) => ({ items: await listYears(db, actor.id) }))
  routes(contract.listShowsOfUser, async ({ actor, params, query }) =>
    listShowsOfPerson(
      deps,
      viewerOfOwn(query.as, actor, actor?.id === params.user_id),
      params.user_id,
      query,
    ),
  )
  routes(
    contract.readShow,
    async ({ actor, params, reply }) =>
      (await readShow(db, viewerOf(actor), params.id)) ??
      moved(reply, await survivorOf(db, viewerOf(actor), 'show', params.id)),
  )
  routes(contract.replaceShow, change)
  routes(contract.changeShow, change)
  routes(revertRevision, async ({ actor, params, write }) =>
    write(async (tx) => {
      const id = await revertChange(tx, deps, actor, params.id, params.revision_id)
      return isRefusal(id) ? id : reread(tx, actor, id)
    }),
  )
  routes(
    listShowDuplicates,
    async ({ actor, params }) =>
      (await listDuplicates(db, viewerOf(actor), params.id, actor !== null && isStaff(actor))) ??
      refuse('not_found'),
  )
  routes(mergeShow, async ({ actor, params, body, write }) =>
    write(async (tx) => {
      const id = await mergeShows(tx, deps, actor, params.id, body.into)
      return isRefusal(id) ? id : reread(tx, actor, id)
    }),
  )
  routes(contract.deleteShow, async ({ actor, params, write }) =>
    write((tx) => deleteShow(tx, deps, actor, params.id)),
  )
}
