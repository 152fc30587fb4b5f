import { isRefusal } from '@sharemyshows/contract/errors'
import * as contract from '@sharemyshows/contract/moods'
import type { Db, Tx } from '../../platform/db/connect.ts'
import type { Routes } from '../../platform/http/route.ts'
import type { Audit } from '../audit/feature.ts'
import { addSample } from './actions/add-sample.ts'
import { changeRule, resetRule } from './actions/change-rule.ts'
import { correctSample } from './actions/correct-sample.ts'
import { createMoodDetector } from './actions/detect-mood.ts'
import { forgetSample, forgetSamples } from './actions/forget-samples.ts'
import { listHistory, readSample, summarise } from './views/moods.ts'
import { rulesOf } from './views/rules.ts'

export type RouteDeps = { db: Db; audit: Audit }

export function moodRoutes(routes: Routes, { db, audit }: RouteDeps): void {
  routes(contract.addMoodSample, async ({ actor, body, write }) =>
    write(async (tx: Tx) => readSample(tx, actor.id, await addSample(tx, actor, body))),
  )
  routes(contract.correctMoodSample, async ({ actor, params, body, write }) =>
    write(
      async (tx: Tx) =>
        (await correctSample(tx, actor, params.id, body.mood)) ?? readSample(tx, actor.id, params.id),
    ),
  )
  routes(contract.removeMoodSample, async ({ actor, params, write }) =>
    write((tx) => forgetSample(tx, actor, params.id)),
  )
  routes(contract.listMoodHistory, async ({ actor, query }) => listHistory(db, actor.id, query))
  routes(contract.clearMoodHistory, async ({ actor, write }) => write((tx) => forgetSamples(tx, actor)))
  routes(contract.summariseMoods, async ({ actor, query }) => summarise(db, actor.id, query.days))
  ruleRoutes(routes, { db, audit })
  const detect = createMoodDetector()
  routes(contract.detectMood, async ({ body }) => detect(body.image))
}

function ruleRoutes(routes: Routes, { db, audit }: RouteDeps): void {
  routes(contract.listMoodRules, async ({ actor }) => ({
    items: Object.values(await rulesOf(db, actor.id)),
  }))
  routes(contract.changeMoodRule, async ({ actor, params: { mood }, body, write }) =>
    write(async (tx: Tx) => {
      const { for: forWhom, ...change } = body
      const owner = await changeRule(tx, { audit, actor, mood, forWhom }, change)
      return isRefusal(owner) ? owner : (await rulesOf(tx, owner.id))[mood]
    }),
  )
  routes(contract.resetMoodRule, async ({ actor, params: { mood }, query, write }) =>
    write(async (tx: Tx) => {
      const owner = await resetRule(tx, { audit, actor, mood, forWhom: query.for })
      return isRefusal(owner) ? owner : (await rulesOf(tx, owner.id))[mood]
    }),
  )
}
