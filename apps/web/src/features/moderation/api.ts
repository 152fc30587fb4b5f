import type { ModerationAction, ReportReason, ReportTarget } from '@sharemyshows/contract/moderation'
import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, unwrap } from '@/lib/api'
import { keys } from '@/lib/keys'

type Report = { target: ReportTarget; target_id: string; reason: ReportReason; note: string }

/** Reports something; saying it again while it is open changes what I said. */
export const useReport = () =>
  useMutation({
    networkMode: 'always',
    mutationFn: (body: Report) => unwrap(api.POST('/api/v1/reports', { body })),
  })

/** What was reported: open ones oldest first, decided ones latest first. */
export const casesQuery = (state: 'open' | 'decided') =>
  infiniteQueryOptions({
    queryKey: keys.casesOf(state),
    queryFn: ({ pageParam: cursor, signal }) =>
      unwrap(
        api.GET('/api/v1/moderation/cases', { params: { query: { limit: 20, cursor, state } }, signal }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next_cursor }: { next_cursor: string | null }) => next_cursor ?? undefined,
  })

type Decision = { id: string; action: ModerationAction; reason: string }

/** Decides a case; afterwards the queue is read again, also when somebody else was faster. */
export function useDecision() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ id, ...body }: Decision) =>
      unwrap(
        api.POST('/api/v1/moderation/cases/{case_id}/decision', { params: { path: { case_id: id } }, body }),
      ),
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.cases }),
  })
}
