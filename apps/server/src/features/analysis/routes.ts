import * as contract from '@sharemyshows/contract/analysis'
import * as library from '@sharemyshows/contract/audio-library'
import { isRefusal } from '@sharemyshows/contract/errors'
import type { Db, Tx } from '../../platform/db/connect.ts'
import { viewerOf } from '../../platform/http/actor.ts'
import { answer } from '../../platform/http/once.ts'
import type { Routes } from '../../platform/http/route.ts'
import type { Media } from '../media/feature.ts'
import { cancelAnalysis } from './actions/cancel-analysis.ts'
import { requestAnalysis } from './actions/request-analysis.ts'
import { readAnalysis } from './views/analysis.ts'
import { listLabels, listLibrary } from './views/library.ts'
import { listSimilar } from './views/similar.ts'
import { readStatus } from './views/status.ts'

export type RouteDeps = { db: Db; listAudio: Media['listAudio'] }

export function analysisRoutes(routes: Routes, deps: RouteDeps): void {
  const { db } = deps
  routes(library.listLibrary, async ({ actor, query }) => listLibrary(deps, actor, query))
  routes(library.listLibraryLabels, async ({ actor }) => ({ items: await listLabels(db, actor) }))
  routes(contract.analyzeAudio, async ({ actor, body, write }) =>
    write(async (tx: Tx) => {
      const asked = await requestAnalysis(tx, actor, body)
      if (isRefusal(asked)) return asked
      const status = await readStatus(tx, actor.id, body.audio_id)
      return isRefusal(status) ? status : answer(asked.awaited ? 202 : 200, status)
    }),
  )
  routes(contract.readAnalysis, async ({ actor, params }) => readAnalysis(db, viewerOf(actor), params.id))
  routes(contract.readAnalysisStatus, async ({ actor, params }) => readStatus(db, viewerOf(actor), params.id))
  routes(contract.cancelAnalysis, async ({ actor, params, write }) =>
    write(
      async (tx: Tx) => (await cancelAnalysis(tx, actor, params.id)) ?? readStatus(tx, actor.id, params.id),
    ),
  )
  routes(contract.listSimilar, async ({ actor, params, query }) => {
    const items = await listSimilar(deps, viewerOf(actor), params.id, query.limit)
    return isRefusal(items) ? items : { items }
  })
}
