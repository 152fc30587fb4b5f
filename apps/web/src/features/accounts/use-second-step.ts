import type { MfaMethod } from '@sharemyshows/contract/mfa-required'
import { useState } from 'react'
import { ApiProblem, sayProblem } from '@/lib/problem'
import { toast } from '@/ui/toast'
import { sendCodeAgain } from './entrance-api'
import { forgetStep, type SecondStep, waitingStep } from './second-step'

/** The sign-in that waits for its code in this tab, and the way that was chosen to prove it. */
export function useSecondStep() {
  const [step, setStep] = useState(waitingStep)
  const [method, setMethod] = useState<MfaMethod>(step?.method ?? 'email')
  const [mailed, setMailed] = useState(method === 'email')
  const runOut = () => {
    forgetStep()
    setStep(undefined)
  }
  const choose = (next: MfaMethod) => {
    setMethod(next)
    if (next !== 'email' || mailed || step === undefined) return
    setMailed(true)
    mailFirst(step.who)
      .then((resend_in) => setStep({ ...step, resendAt: Date.now() + resend_in * 1000 }))
      .catch((error) => {
        if (isRunOut(error)) return runOut()
        setMailed(false)
        toast.failed(sayProblem(error))
      })
  }
  return { step, method, choose, runOut }
}

// One that was mailed a moment ago, before a reload, is as good as another.
async function mailFirst(who: SecondStep['who']): Promise<number> {
  try {
    return (await sendCodeAgain(who)).resend_in
  } catch (error) {
    if (error instanceof ApiProblem && error.code === 'resend_too_early') return error.retryAfter ?? 0
    throw error
  }
}

/** True when the sign-in has to begin again with the password. */
export const isRunOut = (error: unknown): boolean =>
  error instanceof ApiProblem && error.code === 'mfa_ticket_refused'
