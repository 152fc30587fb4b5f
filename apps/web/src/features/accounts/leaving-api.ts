import type { Me } from '@sharemyshows/contract/accounts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api, unwrap } from '@/lib/api'
import { keys } from '@/lib/keys'
import { sessionEnded } from '@/lib/renewal'
import { toast } from '@/ui/toast'
import type { Session } from './session'

type Leaving = { password: string; when: 'now' | 'later' }

/** Deletes the account, at once or after the days in which it can be kept; signs out either way. */
export function useLeave() {
  const navigate = useNavigate()
  return useMutation({
    networkMode: 'always',
    mutationFn: async (body: Leaving) => {
      await unwrap(api.DELETE('/api/v1/users/me', { body }))
      sessionEnded()
      if (body.when === 'later') return navigate({ to: '/login', search: { notice: 'account-leaving' } })
      toast.done('Your account is being deleted. Thank you for every night.')
      return navigate({ to: '/' })
    },
  })
}

/** Keeps the account after all. */
export function useKeepAccount() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: (): Promise<Me> => unwrap(api.POST('/api/v1/users/me/keep', { body: {} })),
    onSuccess: (user) => queryClient.setQueryData<Session>(keys.session, { user }),
  })
}
