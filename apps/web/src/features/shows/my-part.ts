import type { Attendance } from '@sharemyshows/contract/attendance'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, unwrap } from '@/lib/api'
import { newIdempotencyKey } from '@/lib/idempotency'
import { keys } from '@/lib/keys'
import { waitsForNetwork } from '@/lib/waiting'
import { type Deed, partAfter } from './attendance'
import { addShow, keep } from './changes'
import { factsOf } from './form-values'
import { phaseOf, type Show } from './model'

type Thought = Partial<Pick<Attendance, 'notes' | 'rating'>>
type Change = {
  /** My part before the server has answered. */
  see: (mine: Attendance | null) => Attendance | null
  send: () => Promise<Show>
}

/** My part in a show: what is changed is seen at once, sent in turn, and taken back when it is refused. */
export function useMyPart(show: Show) {
  const queryClient = useQueryClient()
  const key = keys.show(show.id)
  const see = (part: (mine: Attendance | null) => Attendance | null) =>
    queryClient.setQueryData<Show>(key, (old) => old && { ...old, my_attendance: part(old.my_attendance) })
  const { mutateAsync } = useMutation({
    ...waitsForNetwork,
    mutationKey: key,
    scope: { id: key.join() },
    onMutate: async (change: Change) => {
      await queryClient.cancelQueries({ queryKey: key, exact: true })
      const before = queryClient.getQueryData<Show>(key)
      see(change.see)
      return before
    },
    mutationFn: ({ send }: Change) => send(),
    // What a change that still waits has made of it stays in sight until that one is answered, too.
    onSuccess: (answer) => (isLast() ? keep(queryClient, answer) : undefined),
    onError: (_error, _change, before) => {
      if (before) see(() => before.my_attendance)
      void queryClient.invalidateQueries({ queryKey: key, exact: true })
    },
  })
  const isLast = () => queryClient.isMutating({ mutationKey: key, exact: true }) === 1
  const path = { params: { path: { id: show.id } } }
  return {
    think: (thought: Thought) =>
      mutateAsync({
        see: (mine) => mine && { ...mine, ...thought },
        send: () => unwrap(api.PATCH('/api/v1/shows/{id}', { ...path, body: thought })),
      }),
    attend: (deed: Exclude<Deed, 'cancel'>) => {
      const idempotency = newIdempotencyKey()
      return mutateAsync({
        see: (mine) => partAfter(mine, deed, phaseOf(show, Date.now()), Date.now()),
        send: async () => {
          if (deed === 'go') return (await addShow(factsOf(show), idempotency)).show
          if (deed === 'arrive') await unwrap(api.POST('/api/v1/shows/{id}/checkin', { ...path, body: {} }))
          else await unwrap(api.POST('/api/v1/shows/{id}/checkout', { ...path, body: {} }))
          return unwrap(api.GET('/api/v1/shows/{id}', path))
        },
      })
    },
  }
}
