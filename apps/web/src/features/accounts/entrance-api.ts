import type { MfaMethod, MfaRequired } from '@sharemyshows/contract/mfa-required'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { api, unwrap } from '@/lib/api'
import type { components } from '@/lib/generated/api.gen'
import { markSignedIn, sessionEnded } from '@/lib/renewal'
import { forget } from './kept'
import { awaitCode, forgetStep, type SecondStep } from './second-step'
import { sessionQuery } from './session'

export type Registration = components['schemas']['Registration']
export type Credentials = { identifier: string; password: string }

/** Creates an account and signs in; the guard of the page then leads on, or the page for the code follows. */
export function useRegister() {
  return useEnter(async (body: Registration) => {
    const answer = await unwrap(api.POST('/api/v1/auth/register', { body }))
    forget('invitation')
    return answer
  })
}

/** Signs in; the guard of the page then leads on, or the page for the code follows. */
export function useSignIn() {
  return useEnter((body: Credentials) => unwrap(api.POST('/api/v1/auth/login', { body })))
}

/** The second step of a sign-in; the guard of the page then leads on. */
export function useVerifyCode() {
  return useEnter(async (answer: SecondStep['who'] & { code: string; method: MfaMethod }) => {
    const signedIn = await unwrap(api.POST('/api/v1/auth/verify-mfa', { body: answer }))
    forgetStep()
    return signedIn
  })
}

// The tokens in the answer are left where they are: the cookies beside it carry the session.
function useEnter<Sent>(enter: (body: Sent) => Promise<object | MfaRequired>) {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const { next } = useSearch({ strict: false })
  return useMutation({
    networkMode: 'always',
    mutationFn: async (body: Sent) => {
      const answer = await enter(body)
      if ('mfa_required' in answer) {
        awaitCode(answer)
        return navigate({ to: '/verify-mfa', search: next === undefined ? {} : { next } })
      }
      markSignedIn()
      await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 })
    },
  })
}

/** Mails another code; the one before it is worthless then. */
export const sendCodeAgain = (who: SecondStep['who']) =>
  unwrap(api.POST('/api/v1/auth/mfa/resend', { body: { ...who, method: 'email' } }))

/** Asks for a link that sets a new password; the answer is the same whoever asks. */
export function useForgotPassword() {
  return useMutation({
    networkMode: 'always',
    mutationFn: (email: string) => unwrap(api.POST('/api/v1/auth/forgot-password', { body: { email } })),
  })
}

/** Sets a new password by a mailed link and leads to the sign-in: every session has ended, one in this browser too. */
export function useResetPassword() {
  const navigate = useNavigate()
  return useMutation({
    networkMode: 'always',
    mutationFn: async (body: { token: string; new_password: string }) => {
      await unwrap(api.POST('/api/v1/auth/reset-password', { body }))
      forget('reset-token')
      sessionEnded()
      await navigate({ to: '/login', search: { notice: 'password-reset' } })
    },
  })
}

/** Confirms an address by a mailed link; whoever is signed in here sees it at once. */
export function useVerifyEmail() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: async (token: string) => {
      const answer = await unwrap(api.POST('/api/v1/auth/verify-email', { body: { token } }))
      forget('verify-token')
      await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 }).catch(() => undefined)
      return answer
    },
  })
}
