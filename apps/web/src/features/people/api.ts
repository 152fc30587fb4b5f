import type { Me } from '@sharemyshows/contract/accounts'
import {
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { api, unwrap } from '@/lib/api'
import { keys } from '@/lib/keys'

/** A person as others see her; on my own profile I look with everyone's eyes. */
export const profileQuery = (username: string, as: 'me' | 'everyone') =>
  queryOptions({
    queryKey: keys.profile(username, as),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/users/{username}', { params: { path: { username }, query: { as } }, signal })),
  })

/** Whom I have blocked, the latest first. */
export const blocksQuery = infiniteQueryOptions({
  queryKey: keys.blocks,
  queryFn: ({ pageParam: cursor, signal }) =>
    unwrap(api.GET('/api/v1/users/me/blocks', { params: { query: { limit: 50, cursor } }, signal })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
})

/** Reads everything again but who is signed in: a block, a face or an audience may concern whatever is in sight. */
const rereadAll = (queryClient: QueryClient) =>
  queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.session[0] })

/** Blocks somebody, or takes it back; then everything is read again, as one of both sees it now. */
export function useBlock() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ id, blocked }: { id: string; blocked: boolean }) => {
      const call = { params: { path: { id } } }
      return unwrap(
        blocked ? api.POST('/api/v1/users/{id}/block', call) : api.DELETE('/api/v1/users/{id}/block', call),
      )
    },
    onSuccess: () => void rereadAll(queryClient),
  })
}

/** Shows a picture of me, or none; everything that shows my face is read again. */
export function useChangeAvatar() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: (picture: Blob | null) => (picture === null ? remove() : send(picture)),
    onSuccess: (avatar) => {
      queryClient.setQueryData<{ user: Me | null }>(keys.session, (session) =>
        session?.user ? { ...session, user: { ...session.user, avatar } } : session,
      )
      void rereadAll(queryClient)
    },
  })
}

async function send(picture: Blob): Promise<string | null> {
  const body = new FormData()
  body.append('file', picture, 'picture')
  const me = await unwrap(
    // the document describes the form's fields; the form itself says how they are written
    api.PUT('/api/v1/users/me/avatar', { body: { file: '' }, bodySerializer: () => body }),
  )
  return me.avatar
}

async function remove(): Promise<null> {
  await unwrap(api.DELETE('/api/v1/users/me/avatar'))
  return null
}
