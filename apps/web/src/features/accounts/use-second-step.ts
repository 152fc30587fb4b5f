import type { MfaMethod } from '@sharemyshows/contract/mfa-required'
import { useState } from 'react'
import { ApiProblem, sayProblem } from '@/lib/problem'
import { toast } from '@/ui/toast'
import { sendCodeAgain } from './entrance-api'
import { forgetStep, waitingStep } from './second-step'

/** The sign-in that waits for its code in this tab, and the way that was chosen to prove it. */
export function useSecondStep() {
  const [step, setStep] = useState(waitingStep)
  const [method, setMethod] = useState<MfaMethod>(step?.method ?? 'email')
  const [mailed, setMailed] = useState(method === 'email')
  const runOut = () => {
    forgetStep()
    setStep(undefined)
  }
  const resend = async () => {
    if (step === undefined) return { resend_in: 0 }
    try {
      return await sendCodeAgain(step.who)
    } catch (error) {
      if (isRunOut(error)) runOut()
      throw error
    }
  }
  const choose = async (next: MfaMethod) => {
    setMethod(next)
    if (next !== 'email' || mailed || step === undefined) return
    setMailed(true)
    try {
      setStep({ ...step, resendAt: Date.now() + (await waitAfter(resend)) * 1000 })
    } catch (error) {
      setMailed(false)
      toast.failed(sayProblem(error))
    }
  }
  return { step, method, choose, resend, runOut }
}

// One that was mailed a moment ago, before a reload, is as good as another.
async function waitAfter(resend: () => Promise<{ resend_in: number }>): Promise<number> {
  try {
    return (await resend()).resend_in
  } catch (error) {
    if (error instanceof ApiProblem && error.code === 'resend_too_early') return error.retryAfter ?? 0
    throw error
  }
}

/** True when the sign-in has to begin again with the password. */
export const isRunOut = (error: unknown): boolean =>
  error instanceof ApiProblem && error.code === 'mfa_ticket_refused'
