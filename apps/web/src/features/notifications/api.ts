import type { NotificationSetting } from '@sharemyshows/contract/notifications'
import {
  type InfiniteData,
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { api, unwrap } from '@/lib/api'
import { keys } from '@/lib/keys'
import { onLive, onLiveAgain } from '@/lib/live'
import { sayProblem } from '@/lib/problem'
import { toast } from '@/ui/toast'
import { asRead, type NotificationPage, withSetting } from './model'

/** What I was told, the latest first. */
export const notificationsQuery = infiniteQueryOptions({
  queryKey: keys.notificationList,
  queryFn: ({ pageParam: cursor, signal }): Promise<NotificationPage> =>
    unwrap(api.GET('/api/v1/notifications', { params: { query: { limit: 30, cursor } }, signal })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
})

/** How much I have not read. */
export const unreadQuery = queryOptions({
  queryKey: keys.unreadNotifications,
  queryFn: async ({ signal }) =>
    (await unwrap(api.GET('/api/v1/notifications', { params: { query: { limit: 1 } }, signal }))).unread,
})

/** Keeps number and list current while somebody is signed in; `say` is given the words of what comes. */
export function followNotifications(queryClient: QueryClient, say: (text: string) => void): () => void {
  const again = () => void queryClient.invalidateQueries({ queryKey: keys.notifications })
  const ends = [
    onLiveAgain(again),
    onLive('notification', ({ unread, message }) => {
      queryClient.setQueryData(unreadQuery.queryKey, unread)
      if (message !== undefined) say(message)
      void queryClient.invalidateQueries({ queryKey: keys.notificationList })
    }),
  ]
  return () => {
    for (const end of ends) end()
  }
}

/** Marks these as read, or all; at once on this page. */
export function useRead() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: (ids: readonly string[] | undefined) =>
      unwrap(api.POST('/api/v1/notifications/read', { body: ids === undefined ? {} : { ids: [...ids] } })),
    onMutate: (ids) => {
      queryClient.setQueryData<InfiniteData<NotificationPage>>(
        keys.notificationList,
        (list) => list && asRead(list, ids, new Date().toISOString()),
      )
    },
    onSuccess: ({ unread }) => queryClient.setQueryData(unreadQuery.queryKey, unread),
    onError: () => void queryClient.invalidateQueries({ queryKey: keys.notifications }),
  })
}

/** Where I want to hear of what. */
export const settingsQuery = queryOptions({
  queryKey: keys.notificationSettings,
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/notifications/settings', { signal }))).items,
})

export type Choice = Pick<NotificationSetting, 'kind'> & { way: 'in_app' | 'mail'; on: boolean }

/** Changes one way of one kind: at once on the page, and back when the server does not take it. */
export function useChoose() {
  const queryClient = useQueryClient()
  const { queryKey } = settingsQuery
  return useMutation({
    networkMode: 'always',
    scope: { id: 'notification-settings' },
    mutationFn: ({ kind, way, on }: Choice) =>
      unwrap(api.PUT('/api/v1/notifications/settings', { body: { items: [{ kind, [way]: on }] } })),
    onMutate: async (choice) => {
      await queryClient.cancelQueries({ queryKey })
      queryClient.setQueryData(queryKey, (items) => items && withSetting(items, choice))
    },
    onError: (error, { on, ...choice }) => {
      queryClient.setQueryData(queryKey, (items) => items && withSetting(items, { ...choice, on: !on }))
      toast.failed(sayProblem(error))
    },
  })
}
