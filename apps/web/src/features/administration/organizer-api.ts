import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, unwrap } from '@/lib/api'
import { keys } from '@/lib/keys'

/** My latest request to be an organiser, if any. */
export const ownRequestQuery = queryOptions({
  queryKey: keys.organizerRequest,
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/users/me/organizer-request', { signal })),
})

/** Asks to be an organiser; who one is is read again, for it may be granted at once. */
export function useAskToOrganize() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: (message: string) =>
      unwrap(api.POST('/api/v1/users/me/organizer-request', { body: message ? { message } : {} })),
    onSuccess: () =>
      Promise.all(
        [keys.organizerRequest, keys.session].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
      ),
  })
}

/** Takes an open request back. */
export function useWithdraw() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: () => unwrap(api.DELETE('/api/v1/users/me/organizer-request')),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.organizerRequest }),
  })
}
