import type { CalendarFeed } from '@sharemyshows/contract/calendars'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, unwrap } from '@/lib/api'
import { keys } from '@/lib/keys'

const PATH = '/api/v1/users/me/calendar'

/** Whether my shows can be followed by a calendar. */
export const useCalendarFeed = () =>
  useQuery({
    queryKey: keys.calendarFeed,
    queryFn: ({ signal }): Promise<CalendarFeed> => unwrap(api.GET(PATH, { signal })),
  })

/** Makes an address for calendars; the one before stops working. It is told only now. */
export function useMakeFeed() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: () => unwrap(api.POST(PATH, { body: {} })),
    onSuccess: ({ url: _, ...feed }) => queryClient.setQueryData<CalendarFeed>(keys.calendarFeed, feed),
  })
}

/** Has that address stop working. */
export function useRevokeFeed() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: () => unwrap(api.DELETE(PATH)),
    onSuccess: () =>
      queryClient.setQueryData<CalendarFeed>(keys.calendarFeed, {
        active: false,
        created_at: null,
        updated_at: null,
      }),
  })
}
