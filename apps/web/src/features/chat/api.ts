import {
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { api, unwrap } from '@/lib/api'
import { keys } from '@/lib/keys'
import { sayProblem } from '@/lib/problem'
import { toast } from '@/ui/toast'
import type { Conversation, Message, MessagePage, Person } from './model'
import type { Unsent } from './unsent'

const PAGE = 30
type ConversationPage = { items: Conversation[]; next_cursor: string | null; unread: number }

/** My conversations, the latest first. */
export const conversationsQuery = infiniteQueryOptions({
  queryKey: keys.conversationList,
  queryFn: ({ pageParam, signal }): Promise<ConversationPage> => {
    const query = { limit: PAGE, ...(pageParam && { cursor: pageParam }) }
    return unwrap(api.GET('/api/v1/chat/conversations', { params: { query }, signal }))
  },
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.next_cursor,
})

/** How much I have not read, of all conversations. */
export const unreadQuery = queryOptions({
  queryKey: keys.unreadMessages,
  queryFn: async ({ signal }): Promise<number> =>
    (await unwrap(api.GET('/api/v1/chat/conversations', { params: { query: { limit: 1 } }, signal }))).unread,
  staleTime: Number.POSITIVE_INFINITY,
})

export const conversationQuery = (id: string) =>
  queryOptions({
    queryKey: keys.conversation(id),
    queryFn: ({ signal }): Promise<Conversation> =>
      unwrap(
        api.GET('/api/v1/chat/conversations/{conversation_id}', {
          params: { path: { conversation_id: id } },
          signal,
        }),
      ),
  })

/** My conversation with somebody; there may be none yet. */
export const conversationWithQuery = (userId: string) =>
  queryOptions({
    queryKey: keys.conversationWith(userId),
    queryFn: ({ signal }): Promise<{ person: Person; conversation: Conversation | null }> =>
      unwrap(api.GET('/api/v1/chat/with/{user_id}', { params: { path: { user_id: userId } }, signal })),
    // it may have begun on another page
    staleTime: 0,
  })

/** The room of a show, if it is open to me. */
export const roomQuery = (showId: string) =>
  queryOptions({
    queryKey: keys.room(showId),
    queryFn: ({ signal }): Promise<Conversation> =>
      unwrap(api.GET('/api/v1/chat/show/{id}', { params: { path: { id: showId } }, signal })),
  })

/** Who has a show's room open now. */
export const presentQuery = (showId: string) =>
  queryOptions({
    queryKey: keys.presentInRoom(showId),
    queryFn: ({ signal }): Promise<{ items: Person[]; active: number }> =>
      unwrap(api.GET('/api/v1/chat/show/{id}/active-users', { params: { path: { id: showId } }, signal })),
  })

/** Messages newest first, back from `cursor`; or those since `after`, oldest first. */
export const readMessages = (
  conversationId: string,
  query: { cursor?: string; after?: number; limit: number },
): Promise<MessagePage> =>
  unwrap(
    api.GET('/api/v1/chat/messages/{conversation_id}', {
      params: { path: { conversation_id: conversationId }, query },
    }),
  )

/** Says something; under its client id it is said once, however often it is sent. */
export const postMessage = ({ to, text, clientId }: Unsent): Promise<Message> =>
  unwrap(api.POST('/api/v1/chat/send', { body: { ...to, text, client_id: clientId } }))

/** Says how far I have read; a failure is made up for by the next time. */
export const reportRead = (conversationId: string, number: number): Promise<Conversation> =>
  unwrap(
    api.POST('/api/v1/chat/conversations/{conversation_id}/read', {
      params: { path: { conversation_id: conversationId } },
      body: { number },
    }),
  )

/** Puts a conversation as the server tells it wherever it is shown. */
export function showConversation(queryClient: QueryClient, told: Conversation): void {
  queryClient.setQueryData(keys.conversation(told.id), told)
  if (told.show) queryClient.setQueryData(keys.room(told.show.id), told)
  queryClient.setQueryData(
    conversationsQuery.queryKey,
    (old) =>
      old && {
        ...old,
        pages: old.pages.map((page) => ({
          ...page,
          items: page.items.map((one) => (one.id === told.id ? told : one)),
        })),
      },
  )
}

/** Changes what I said. */
export function useChangeMessage(onChanged: (message: Message) => void) {
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ message, text }: { message: Message; text: string }): Promise<Message> =>
      unwrap(
        api.PATCH('/api/v1/chat/messages/{conversation_id}/{message_id}', {
          params: { path: { conversation_id: message.conversation_id, message_id: message.id } },
          body: { text },
        }),
      ),
    onSuccess: onChanged,
  })
}

/** Deletes a message for everybody. */
export function useDeleteMessage(onDeleted: (message: Message) => void) {
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ conversation_id, id }: Message) =>
      unwrap(
        api.DELETE('/api/v1/chat/messages/{conversation_id}/{message_id}', {
          params: { path: { conversation_id, message_id: id } },
        }),
      ),
    onSuccess: (_nothing, message) => onDeleted({ ...message, text: '', deleted: true }),
    onError: (error) => toast.failed(sayProblem(error)),
  })
}

/** Hears nothing of a conversation, or again. */
export function useMute() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ id, muted }: { id: string; muted: boolean }): Promise<Conversation> =>
      unwrap(
        api.PUT('/api/v1/chat/conversations/{conversation_id}/mute', {
          params: { path: { conversation_id: id } },
          body: { muted },
        }),
      ),
    onSuccess: (told) => {
      showConversation(queryClient, told)
      void queryClient.invalidateQueries({ queryKey: keys.unreadMessages })
    },
    onError: (error) => toast.failed(sayProblem(error)),
  })
}

type Silence = { minutes: number } | { removed: boolean }

/** Silences somebody in a room, or puts her out; the message that says so takes it back. */
export function useSilence(showId: string) {
  const put = (user_id: string, body: Silence) =>
    unwrap(
      api.PUT('/api/v1/chat/show/{id}/members/{user_id}', {
        params: { path: { id: showId, user_id } },
        body,
      }),
    )
  const failed = (error: unknown) => toast.failed(sayProblem(error))
  const takeBack = useMutation({
    networkMode: 'always',
    mutationFn: ({ person, body }: { person: Person; body: Silence }) => put(person.id, body),
    onError: failed,
  })
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ person, body }: { person: Person; body: Silence; said: string }) => put(person.id, body),
    onSuccess: (_silenced, { person, body, said }) => {
      const back: Silence = 'minutes' in body ? { minutes: 0 } : { removed: false }
      toast.done(said, { label: 'Undo', onClick: () => takeBack.mutate({ person, body: back }) })
    },
    onError: failed,
  })
}
