import type { MfaChanged, MfaKind, MfaState } from '@sharemyshows/contract/mfa'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api, unwrap } from '@/lib/api'
import { keys } from '@/lib/keys'
import { sessionEnded } from '@/lib/renewal'
import { handOverCodes } from './new-codes'
import { sessionQuery } from './session'

/** My second steps. */
export const mfaQuery = queryOptions({
  queryKey: keys.mfa,
  queryFn: ({ signal }): Promise<MfaState> => unwrap(api.GET('/api/v1/auth/mfa', { signal })),
})

/** Begins to switch a second step on. */
export function useBeginMfa() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: (body: { method: MfaKind; password: string }): Promise<MfaChanged> =>
      unwrap(api.POST('/api/v1/auth/profile/mfa', { body: { enable: true, ...body } })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.mfa }),
  })
}

/** Mails the code for switching it on once more. */
export const resendSetupCode = () => unwrap(api.POST('/api/v1/auth/profile/mfa/resend', { body: {} }))

/**
 * Switches it on with its first code. That ends every session; the recovery codes are handed to the page that shows
 * them, which needs none.
 */
export function useConfirmMfa() {
  const navigate = useNavigate()
  return useMutation({
    networkMode: 'always',
    // All of it here rather than at the button, which is gone as soon as the session is.
    mutationFn: async (code: string) => {
      const { recovery_codes } = await unwrap(api.POST('/api/v1/auth/profile/mfa/verify', { body: { code } }))
      handOverCodes(recovery_codes)
      await navigate({ to: '/recovery-codes', replace: true })
      sessionEnded()
    },
  })
}

/** Switches one second step off, or without a method all of them. The session stays. */
export function useDisableMfa() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: (body: { method?: MfaKind; password: string }) =>
      unwrap(api.POST('/api/v1/auth/profile/mfa', { body: { enable: false, ...body } })),
    onSuccess: async () => {
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: keys.mfa }),
        queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 }),
      ])
    },
  })
}

/** Makes ten new recovery codes; the old ones end. */
export function useMakeCodes() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    // The codes are not kept among the answers for longer than they are looked at.
    gcTime: 0,
    mutationFn: async (password: string): Promise<string[]> =>
      (await unwrap(api.POST('/api/v1/auth/mfa/recovery-codes', { body: { password } }))).recovery_codes,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.mfa }),
  })
}
