import type { StaffRole } from '@sharemyshows/contract/event-staff'
import type { EventChange, EventCreate } from '@sharemyshows/contract/events'
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, unwrap } from '@/lib/api'
import { newIdempotencyKey } from '@/lib/idempotency'
import { keys } from '@/lib/keys'
import type { Event } from './model'

const at = (id: string) => ({ params: { path: { id } } })

/** Writes an event down. The same key makes the same event, however often it is sent. */
export function useCreateEvent() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ body, key }: { body: EventCreate; key: string }): Promise<Event> =>
      unwrap(api.POST('/api/v1/events', { body, params: { header: { 'Idempotency-Key': key } } })),
    onSuccess: (event) => keep(queryClient, event),
  })
}

/** Changes what is sent of an event, and leaves the rest. */
export const useChangeEvent = (id: string) =>
  useDeed((body: EventChange) => unwrap(api.PATCH('/api/v1/events/{id}', { ...at(id), body })))

/** Calls an event off; everybody who answered is told. */
export const useCancelEvent = (id: string) =>
  useDeed((reason: string) =>
    unwrap(api.POST('/api/v1/events/{id}/cancel', { ...at(id), body: reason ? { reason } : {} })),
  )

export const useReinstateEvent = (id: string) =>
  useDeed(() => unwrap(api.POST('/api/v1/events/{id}/reinstate', { ...at(id), body: {} })))

/** Makes a draft like this event for another day, an RFC 3339 instant. */
export const useDuplicateEvent = (id: string) =>
  useDeed((date: string) =>
    unwrap(
      api.POST('/api/v1/events/{id}/duplicate', {
        params: { path: { id }, header: { 'Idempotency-Key': newIdempotencyKey() } },
        body: { date },
      }),
    ),
  )

/** Gives an event a poster, or with null takes it away. */
export function useChangePoster() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ id, poster }: { id: string; poster: File | null }) =>
      poster === null ? removePoster(id) : sendPoster(id, poster),
    onSuccess: (_done, { id }) => reread(queryClient, id),
  })
}

/** Withdraws an event; what people have in their diaries stays with them. */
export function useDeleteEvent(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: () => unwrap(api.DELETE('/api/v1/events/{id}', at(id))),
    onSuccess: () => {
      queryClient.removeQueries({ queryKey: keys.event(id) })
      return rereadLists(queryClient)
    },
  })
}

/** Has somebody look after an event, hands it over to her, or with null has her no longer look after it. */
export function useChangeStaff(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: async ({ user_id, role }: { user_id: string; role: StaffRole | null }) => {
      const member = { params: { path: { id, user_id } } }
      const path = '/api/v1/events/{id}/staff/{user_id}'
      if (role === null) await unwrap(api.DELETE(path, member))
      else await unwrap(api.PUT(path, { ...member, body: { role } }))
    },
    onSuccess: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: keys.eventStaff(id) }),
        reread(queryClient, id),
      ]),
  })
}

function useDeed<Said>(mutationFn: (said: Said) => Promise<Event>) {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn,
    onSuccess: (event) => keep(queryClient, event),
  })
}

async function sendPoster(id: string, poster: File): Promise<void> {
  const body = new FormData()
  body.append('file', poster)
  await unwrap(
    // the document describes the form's fields; the form itself says how they are written
    api.PUT('/api/v1/events/{id}/poster', { ...at(id), body: { file: '' }, bodySerializer: () => body }),
  )
}

const removePoster = (id: string) => unwrap(api.DELETE('/api/v1/events/{id}/poster', at(id)))

/** Takes over what the server says an event is now. */
function keep(queryClient: QueryClient, event: Event): Promise<unknown> {
  queryClient.setQueryData<Event>(keys.event(event.id), event)
  return rereadLists(queryClient)
}

const reread = (queryClient: QueryClient, id: string) =>
  Promise.all([queryClient.invalidateQueries({ queryKey: keys.show(id) }), rereadLists(queryClient)])

const rereadLists = (queryClient: QueryClient) =>
  Promise.all(
    [keys.events, keys.showLists, keys.showPages].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  )
