import type { Me } from '@sharemyshows/contract/accounts'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api, unwrap } from '@/lib/api'
import type { paths } from '@/lib/generated/api.gen'
import { keys } from '@/lib/keys'
import { sessionEnded } from '@/lib/renewal'
import { maySignOut } from '@/lib/sign-out-guard'
import type { Session } from './session'

type Body<Path extends keyof paths, Method extends 'post' | 'patch'> = paths[Path][Method] extends {
  requestBody?: { content: { 'application/json': infer Json } }
}
  ? Json
  : never

export type ProfileChange = Body<'/api/v1/users/me', 'patch'>

/** Ends the session and goes to the home page, unless something that would be lost keeps the person. */
export function useSignOut() {
  const navigate = useNavigate()
  return useMutation({
    networkMode: 'always',
    mutationFn: async () => {
      if (!(await maySignOut())) return
      await unwrap(api.POST('/api/v1/auth/logout', { body: {} }))
      sessionEnded()
      await navigate({ to: '/' })
    },
  })
}

/** Changes the profile or the defaults; the session knows the new ones at once. */
export function useChangeMe() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: (body: ProfileChange): Promise<Me> => unwrap(api.PATCH('/api/v1/users/me', { body })),
    onSuccess: (user) => {
      queryClient.setQueryData<Session>(keys.session, { user })
      void queryClient.invalidateQueries({ queryKey: keys.showPages })
    },
  })
}

/** Cities that begin like what is typed, largest first; asks from two letters on. */
export function useCities(typed: string) {
  const q = typed.trim()
  return useQuery({
    queryKey: keys.suggestions('cities', q.toLowerCase()),
    queryFn: async ({ signal }) =>
      (await unwrap(api.GET('/api/v1/cities', { params: { query: { q, limit: 6 } }, signal }))).items,
    enabled: q.length > 1,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  })
}
