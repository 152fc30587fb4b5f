import type { ShowChange, ShowCreate } from '@sharemyshows/contract/shows'
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, unwrap } from '@/lib/api'
import { newIdempotencyKey } from '@/lib/idempotency'
import { keys } from '@/lib/keys'
import type { Deed } from './attendance'
import { factsOf } from './form-values'
import type { Show } from './model'

/** A show put into my diary; `known` when it was there already. */
export type Saved = { show: Show; known: boolean }

/** Puts a show into my diary. The same key makes the same show, however often it is sent. */
export function useAddShow() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ body, key }: { body: ShowCreate; key: string }) => addShow(body, key),
    onSuccess: ({ show }) => keep(queryClient, show),
  })
}

/** Changes what is sent: shared facts for everyone who was there, notes, rating and audience for me alone. */
export function useChangeShow(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: (body: ShowChange): Promise<Show> =>
      unwrap(api.PATCH('/api/v1/shows/{id}', { params: { path: { id } }, body })),
    onSuccess: (show) => keep(queryClient, show),
  })
}

/** Takes a show out of my diary, with my media of it. */
export function useRemoveShow(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: () => unwrap(api.DELETE('/api/v1/shows/{id}', { params: { path: { id } } })),
    onSuccess: () => refreshLists(queryClient),
  })
}

/** Says that I am going, that I am or was there, or that I have left. */
export function useAttend(show: Show) {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: async (deed: Exclude<Deed, 'cancel'>) => {
      // Going means to have it in one's diary: people who write down the same concert meet on the same show.
      if (deed === 'go') return keep(queryClient, (await addShow(factsOf(show), newIdempotencyKey())).show)
      const path = { params: { path: { id: show.id } }, body: {} }
      const my_attendance =
        deed === 'arrive'
          ? await unwrap(api.POST('/api/v1/shows/{id}/checkin', path))
          : await unwrap(api.POST('/api/v1/shows/{id}/checkout', path))
      queryClient.setQueryData<Show>(keys.show(show.id), (old) => old && { ...old, my_attendance })
      await queryClient.invalidateQueries({ queryKey: keys.show(show.id) })
      return refreshLists(queryClient)
    },
  })
}

async function addShow(body: ShowCreate, key: string): Promise<Saved> {
  const call = api.POST('/api/v1/shows', { body, params: { header: { 'Idempotency-Key': key } } })
  const show = await unwrap(call)
  return { show, known: (await call).response.status === 200 }
}

async function keep(queryClient: QueryClient, show: Show): Promise<void> {
  queryClient.setQueryData<Show>(keys.show(show.id), show)
  void queryClient.invalidateQueries({ queryKey: keys.attendees(show.id) })
  await refreshLists(queryClient)
}

async function refreshLists(queryClient: QueryClient): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: keys.showLists }),
    queryClient.invalidateQueries({ queryKey: keys.showYears }),
    queryClient.invalidateQueries({ queryKey: keys.showPages }),
  ])
}
