import * as contract from '@sharemyshows/contract/passwords'
import type { Db } from '../../../platform/db/connect.ts'
import type { Routes } from '../../../platform/http/route.ts'
import type { Audit } from '../../audit/feature.ts'
import type { Attempts } from '../actions/attempts.ts'
import { changeEmail, keepEmail } from '../actions/change-email.ts'
import { changePassword } from '../actions/change-password.ts'
import { confirmPassword } from '../actions/confirm-password.ts'
import { ASKED, askForReset } from '../actions/forgot-password.ts'
import { resetPassword } from '../actions/reset-password.ts'
import { resendVerification, verifyEmail } from '../actions/verify-email.ts'
import { readMe } from '../views.ts'

export type PasswordDeps = {
  db: Db
  secret: string
  home: string
  rateLimits: boolean
  attempts: Attempts
  audit: Audit
}

export function passwordRoutes(routes: Routes, deps: PasswordDeps): void {
  const { db, attempts } = deps

  routes(contract.forgotPassword, async ({ body, write }) =>
    write(async (tx) => {
      await askForReset(tx, body.email)
      return { message: ASKED }
    }),
  )
  routes(contract.resetPassword, async ({ body, write }) => {
    if ('token' in body) {
      const refused = await resetPassword(deps, body.token, body.new_password)
      return refused ?? { message: 'Your password is changed. Sign in with the new one.' }
    }
    return write(async (tx) => {
      await askForReset(tx, body.email)
      return { message: ASKED }
    })
  })
  routes(contract.verifyEmail, async ({ body }) => verifyEmail(deps, body.token))
  routes(contract.resendVerification, async ({ actor, write }) =>
    write((tx) => resendVerification(tx, deps, actor)),
  )
  routes(contract.changePassword, async ({ actor, body }) => changePassword(deps, actor, body))
  routes(contract.changeEmail, async ({ actor, body, write }) => {
    const refused = await confirmPassword(db, attempts, actor, body.password)
    if (refused !== undefined) return refused
    return write(async (tx) => (await changeEmail(tx, deps, actor, body.email)) ?? readMe(tx, actor.id))
  })
  routes(contract.keepEmail, async ({ actor, write }) =>
    write(async (tx) => {
      await keepEmail(tx, actor)
      return undefined
    }),
  )
}
