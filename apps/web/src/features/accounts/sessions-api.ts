import type { Session } from '@sharemyshows/contract/sessions'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, unwrap } from '@/lib/api'
import { keys } from '@/lib/keys'

/** What happens elsewhere is told at once; when something was last used is not. */
const LOOK_AGAIN_MS = 60_000

/** Where I am signed in: this device first, then the last used. */
export const sessionsQuery = queryOptions({
  queryKey: keys.sessions,
  queryFn: async ({ signal }): Promise<Session[]> => {
    const { items } = await unwrap(api.GET('/api/v1/auth/sessions', { signal }))
    return items.toSorted((one, other) => Number(other.current) - Number(one.current))
  },
  refetchInterval: LOOK_AGAIN_MS,
})

/** Signs out one other device by its id, or with null all of them. */
export function useEndSessions() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: (id: string | null) =>
      unwrap(
        id === null
          ? api.DELETE('/api/v1/auth/sessions')
          : api.DELETE('/api/v1/auth/sessions/{id}', { params: { path: { id } } }),
      ),
    onSuccess: (_, id) => {
      queryClient.setQueryData<Session[]>(keys.sessions, (known) =>
        known?.filter((session) => (id === null ? session.current : session.id !== id)),
      )
    },
    // Somebody may have ended it meanwhile.
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.sessions }),
  })
}
