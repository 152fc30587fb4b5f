import type { ShowChange, ShowCreate } from '@sharemyshows/contract/shows'
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, unwrap } from '@/lib/api'
import { keys } from '@/lib/keys'
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

/** Changes what a form sends: shared facts for everyone who was there, notes, rating and audience for me alone. */
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

/** Puts a show into my diary: people who write down the same concert meet on the same show. */
export async function addShow(body: ShowCreate, key: string): Promise<Saved> {
  const call = api.POST('/api/v1/shows', { body, params: { header: { 'Idempotency-Key': key } } })
  const show = await unwrap(call)
  return { show, known: (await call).response.status === 200 }
}

/** Takes over what the server says a show is now. */
export async function keep(queryClient: QueryClient, show: Show): Promise<void> {
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
