import { isRefusal } from '@sharemyshows/contract/errors'
import * as contract from '@sharemyshows/contract/mfa'
import type { SessionCookies } from '../../../platform/http/cookies.ts'
import type { Routes } from '../../../platform/http/route.ts'
import type { Attempts } from '../actions/attempts.ts'
import { confirmMfa } from '../actions/confirm-mfa.ts'
import { confirmPassword } from '../actions/confirm-password.ts'
import { disableMfa } from '../actions/disable-mfa.ts'
import type { MfaDeps } from '../actions/open-challenge.ts'
import { makeRecoveryCodes } from '../actions/recovery-codes.ts'
import { resendByAddress, resendByTicket } from '../actions/resend-code.ts'
import { resendSetUp, setUpMfa } from '../actions/set-up-mfa.ts'
import { verifyMfa } from '../actions/verify-mfa.ts'
import { readMfa } from '../views.ts'

type Deps = MfaDeps & { attempts: Attempts; cookies: SessionCookies }

/** Two-step sign-in. */
export function mfaRoutes(routes: Routes, deps: Deps): void {
  const { db, attempts, cookies } = deps

  routes(contract.verifyMfa, async ({ body, request, reply }) => {
    const device = { ip: request.ip, userAgent: request.headers['user-agent'] }
    const result = await verifyMfa(deps, body, device)
    if (!isRefusal(result)) cookies.set(reply, result)
    return result
  })
  routes(contract.resendMfaCode, async ({ body, write }) =>
    write<contract.CodeSent>((tx) =>
      body.mfa_ticket === undefined
        ? resendByAddress(tx, deps, body.email ?? '')
        : resendByTicket(tx, deps, body.mfa_ticket),
    ),
  )
  routes(contract.readMfa, async ({ actor }) => readMfa(db, actor.id))
  routes(contract.changeMfa, async ({ actor, body, write }) => {
    const { enable, method, password } = body
    const refusal = await confirmPassword(db, attempts, actor, password)
    if (refusal !== undefined) return refusal
    return write<contract.MfaChanged>((tx) =>
      enable ? setUpMfa(tx, deps, actor, method ?? 'email') : disableMfa(tx, deps, actor, method),
    )
  })
  routes(contract.confirmMfa, async ({ actor, body, reply }) => {
    const recovery_codes = await confirmMfa(deps, actor, body.code)
    if (isRefusal(recovery_codes)) return recovery_codes
    cookies.clear(reply)
    return { logout_required: true as const, message: 'MFA enabled! Log in again with MFA', recovery_codes }
  })
  routes(contract.resendMfaSetupCode, async ({ actor, write }) =>
    write<contract.CodeSent>((tx) => resendSetUp(tx, deps, actor)),
  )
  routes(contract.makeRecoveryCodes, async ({ actor, body, write }) => {
    const refusal = await confirmPassword(db, attempts, actor, body.password)
    if (refusal !== undefined) return refusal
    const codes = await write((tx) => makeRecoveryCodes(tx, deps, actor))
    return isRefusal(codes) ? codes : { recovery_codes: codes as string[] }
  })
}
