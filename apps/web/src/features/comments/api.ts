import {
  type InfiniteData,
  infiniteQueryOptions,
  type QueryClient,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { api, unwrap } from '@/lib/api'
import { keys } from '@/lib/keys'
import { sayProblem } from '@/lib/problem'
import { toast } from '@/ui/toast'
import type { Comment, CommentPage } from './model'
import type { Unsent } from './outbox'

const PAGE = 30
type Pages = InfiniteData<CommentPage, string | null>

/** What was said under a show, the newest page first and each page newest first; `threadOf` turns it round. */
export const commentsQuery = (showId: string) =>
  infiniteQueryOptions({
    queryKey: keys.comments(showId),
    queryFn: ({ pageParam, signal }): Promise<CommentPage> => {
      const query = { order: 'newest' as const, limit: PAGE, ...(pageParam && { cursor: pageParam }) }
      const path = { show_id: showId }
      return unwrap(api.GET('/api/v1/comments/show/{show_id}', { params: { path, query }, signal }))
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
  })

/** Sends a comment; the same key writes it once, however often it is sent. */
export async function postComment(queryClient: QueryClient, showId: string, unsent: Unsent): Promise<void> {
  const body = { show_id: showId, content: unsent.content }
  const params = { header: { 'Idempotency-Key': unsent.key } }
  const comment = await unwrap(api.POST('/api/v1/comments', { body, params }))
  await queryClient.cancelQueries({ queryKey: keys.comments(showId) })
  write(queryClient, showId, (items, page) => (page === 0 ? [comment, ...without(items, comment.id)] : items))
  recount(queryClient, showId)
}

/** Changes the text of my comment. */
export function useEditComment(showId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ id, content }: { id: string; content: string }) =>
      unwrap(api.PUT('/api/v1/comments/{id}', { params: { path: { id } }, body: { content } })),
    onSuccess: (changed) =>
      write(queryClient, showId, (items) => items.map((one) => (one.id === changed.id ? changed : one))),
  })
}

/** Deletes a comment at once, with a way back for as long as the message stands. */
export function useDeleteComment(showId: string) {
  const queryClient = useQueryClient()
  const queryKey = keys.comments(showId)
  const restore = useMutation({
    networkMode: 'always',
    mutationFn: (id: string) =>
      unwrap(api.POST('/api/v1/comments/{id}/restore', { params: { path: { id } }, body: {} })),
    onError: (error) => toast.failed(sayProblem(error)),
    onSettled: () => {
      void queryClient.invalidateQueries({ queryKey })
      recount(queryClient, showId)
    },
  })
  return useMutation({
    networkMode: 'always',
    mutationKey: queryKey,
    mutationFn: ({ id }: Comment) =>
      unwrap(api.DELETE('/api/v1/comments/{id}', { params: { path: { id } } })),
    onMutate: async ({ id }) => {
      await queryClient.cancelQueries({ queryKey })
      const before = queryClient.getQueryData<Pages>(queryKey)
      write(queryClient, showId, (items) => without(items, id))
      return before
    },
    onSuccess: (_nothing, { id }) => {
      toast.done('Comment deleted', { label: 'Undo', onClick: () => restore.mutate(id) })
      recount(queryClient, showId)
    },
    onError: (error, _comment, before) => {
      queryClient.setQueryData(queryKey, before)
      toast.failed(sayProblem(error))
    },
  })
}

const without = (items: Comment[], id: string) => items.filter((one) => one.id !== id)

function write(
  queryClient: QueryClient,
  showId: string,
  see: (items: Comment[], page: number) => Comment[],
): void {
  queryClient.setQueryData<Pages>(
    keys.comments(showId),
    (old) => old && { ...old, pages: old.pages.map((page, n) => ({ ...page, items: see(page.items, n) })) },
  )
}

const recount = (queryClient: QueryClient, showId: string) =>
  void queryClient.invalidateQueries({ queryKey: keys.show(showId), exact: true })
