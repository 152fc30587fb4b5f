import * as contract from '@sharemyshows/contract/administration'
import type { Refusal } from '@sharemyshows/contract/errors'
import type { Db } from '../../platform/db/connect.ts'
import type { Actor } from '../../platform/http/actor.ts'
import type { Routes } from '../../platform/http/route.ts'
import type { Audit } from '../audit/feature.ts'
import { type Accounts, changeAccount, resetSecondStep, signOut } from './actions.ts'
import { listAccounts, readAccount } from './views.ts'

export type Deps = {
  db: Db
  audit: Audit
  accounts: Accounts
  /** Refuses a password that is not the actor's own. */
  confirmPassword: (actor: Actor, password: string) => Promise<Refusal | undefined>
}

export function administrationRoutes(routes: Routes, { db, audit, accounts, confirmPassword }: Deps): void {
  routes(contract.listAccounts, async ({ query }) => listAccounts(db, query))
  routes(contract.readAccount, async ({ params }) => readAccount(db, params.user_id))
  routes(contract.changeAccount, async ({ actor, params, body, write }) => {
    const refused = await confirmPassword(actor, body.password)
    if (refused !== undefined) return refused
    return write(
      async (tx) =>
        (await changeAccount(tx, accounts, actor, params.user_id, body)) ?? readAccount(tx, params.user_id),
    )
  })
  routes(contract.signOutAccount, async ({ actor, params, write }) =>
    write((tx) => signOut(tx, accounts, audit, actor, params.user_id)),
  )
  routes(contract.resetAccountMfa, async ({ actor, params, body, write }) => {
    const refused = await confirmPassword(actor, body.password)
    return refused ?? write((tx) => resetSecondStep(tx, accounts, actor, params.user_id))
  })
}
