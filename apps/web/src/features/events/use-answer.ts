import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { api, unwrap } from '@/lib/api'
import { newIdempotencyKey } from '@/lib/idempotency'
import { keys } from '@/lib/keys'
import { sayProblem } from '@/lib/problem'
import { waitsForNetwork } from '@/lib/waiting'
import { toast } from '@/ui/toast'
import { answeredAs, sayAnswer, type Wanted } from './answers'
import type { Event } from './model'

/** My answer to an event: seen at once, sent in turn, taken back when it is refused, undone by one tap. */
export function useAnswer(event: Event) {
  const queryClient = useQueryClient()
  const key = keys.event(event.id)
  const see = (change: (old: Event) => Event) =>
    queryClient.setQueryData<Event>(key, (old) => old && change(old))
  const { mutateAsync, isPending } = useMutation({
    ...waitsForNetwork,
    mutationKey: key,
    scope: { id: key.join() },
    onMutate: async ({ wanted }: { wanted: Wanted; idempotency: string }) => {
      await queryClient.cancelQueries({ queryKey: key })
      const before = queryClient.getQueryData<Event>(key)
      see((old) => answeredAs(old, wanted))
      return before
    },
    mutationFn: ({ wanted, idempotency }) => send(event.id, wanted, idempotency),
    onSuccess: (my_rsvp) => see((old) => ({ ...old, my_rsvp })),
    onError: (_error, _asked, before) => before && see(() => before),
    // the seats, who comes, my diary and the room all follow from it
    onSettled: () => {
      if (queryClient.isMutating({ mutationKey: key }) > 1) return
      for (const queryKey of [keys.shows, keys.events, keys.dashboard, keys.room(event.id)])
        void queryClient.invalidateQueries({ queryKey })
    },
  })
  useSeatNews(event, isPending)

  const answer = async (wanted: Wanted, undoable = true) => {
    const before = event.my_rsvp
    try {
      const now = await mutateAsync({ wanted, idempotency: newIdempotencyKey() })
      if (!undoable) return
      toast.done(now === null ? 'Your answer is taken back' : sayAnswer(now), {
        label: 'Undo',
        onClick: () => void answer(before?.status === 'waitlist' ? 'going' : (before?.status ?? null), false),
      })
    } catch (error) {
      toast.failed(sayProblem(error))
    }
  }
  return { answer: (wanted: Wanted) => void answer(wanted), pending: isPending }
}

async function send(id: string, status: Wanted, idempotency: string): Promise<Event['my_rsvp']> {
  const path = { id }
  if (status === null) {
    await unwrap(api.DELETE('/api/v1/events/{id}/rsvp', { params: { path } }))
    return null
  }
  const params = { path, header: { 'Idempotency-Key': idempotency } }
  return unwrap(api.POST('/api/v1/events/{id}/rsvp', { params, body: { status } }))
}

/** Says that a seat came free while one waits and looks. */
function useSeatNews({ my_rsvp }: Event, pending: boolean): void {
  const status = my_rsvp?.status
  const last = useRef(status)
  useEffect(() => {
    if (pending) return
    if (last.current === 'waitlist' && status === 'going') toast.done('A seat came free, and it is yours')
    last.current = status
  }, [status, pending])
}
