import type { Session } from '@sharemyshows/contract/sessions'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, unwrap } from '@/lib/api'
import { keys } from '@/lib/keys'

/** While the list is looked at, it follows what happens elsewhere. */
const LOOK_AGAIN_MS = 15_000

/** Where I am signed in: this device first, then the last used. */
export const sessionsQuery = queryOptions({
  queryKey: keys.sessions,
  queryFn: async ({ signal }): Promise<Session[]> => {
    const { items } = await unwrap(api.GET('/api/v1/auth/sessions', { signal }))
    return items.toSorted((one, other) => Number(other.current) - Number(one.current))
  },
  refetchInterval: LOOK_AGAIN_MS,
})

/** Signs out one other device. */
export function useEndSession() {
  return useEnd(
    (id: string) => unwrap(api.DELETE('/api/v1/auth/sessions/{id}', { params: { path: { id } } })),
    (session, id) => session.id !== id,
  )
}

/** Signs out all other devices. */
export function useEndOtherSessions() {
  return useEnd(
    (_: void) => unwrap(api.DELETE('/api/v1/auth/sessions')),
    (session) => session.current,
  )
}

function useEnd<Which>(
  end: (which: Which) => Promise<unknown>,
  stays: (session: Session, which: Which) => boolean,
) {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: end,
    onSuccess: (_, which) => {
      queryClient.setQueryData<Session[]>(keys.sessions, (known) =>
        known?.filter((session) => stays(session, which)),
      )
    },
    // Somebody may have ended it meanwhile.
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.sessions }),
  })
}
