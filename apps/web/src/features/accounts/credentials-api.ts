import type { Me } from '@sharemyshows/contract/accounts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, unwrap } from '@/lib/api'
import { keys } from '@/lib/keys'
import { type Session, sessionQuery } from './session'

/** Changes the password; other devices are signed out unless told not to. */
export function useChangePassword() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: (body: { current_password: string; new_password: string; end_other_sessions: boolean }) =>
      unwrap(api.PUT('/api/v1/users/me/password', { body })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.sessions }),
  })
}

/** Asks for another address; it counts once the link mailed there has been opened. */
export function useChangeEmail() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: (body: { email: string; password: string }): Promise<Me> =>
      unwrap(api.PUT('/api/v1/users/me/email', { body })),
    onSuccess: (user) => queryClient.setQueryData<Session>(keys.session, { user }),
  })
}

/** Gives up the change of address. */
export function useKeepEmail() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: () => unwrap(api.DELETE('/api/v1/users/me/email')),
    onSuccess: () => queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 }),
  })
}

/** Mails the link again, to the address that waits to be confirmed. */
export const resendVerification = () => unwrap(api.POST('/api/v1/auth/verify-email/resend', { body: {} }))
