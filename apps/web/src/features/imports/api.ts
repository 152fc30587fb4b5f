import type {
  Import,
  ImportMapping,
  RowDecision,
  RowOutcome,
  RowVerdict,
} from '@sharemyshows/contract/imports'
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, unwrap } from '@/lib/api'
import type { ChosenAudience } from '@/lib/audience'
import { keys } from '@/lib/keys'
import { isUnderWay } from './model'
import { follow, told } from './news'

const PAGE = 20
const ROWS = 50
/** Where the channel is silent, what runs is looked after all the same. */
const LOOK_EVERY_MS = 3000

type Page = { next_cursor: string | null }
const paging = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next_cursor }: Page) => next_cursor ?? undefined,
}

/** My imports, newest first. */
export const importsQuery = infiniteQueryOptions({
  ...paging,
  queryKey: keys.importList,
  queryFn: ({ pageParam: cursor, signal }) =>
    unwrap(api.GET('/api/v1/imports', { params: { query: { limit: PAGE, cursor } }, signal })),
  // it may have gone on elsewhere
  staleTime: 0,
})

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: keys.import(id),
    queryFn: ({ signal }): Promise<Import> =>
      unwrap(api.GET('/api/v1/imports/{import_id}', { params: { path: { import_id: id } }, signal })),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? LOOK_EVERY_MS : false),
    staleTime: 0,
  })

/** Rows of an import: those that were judged so, or of which this became. */
export type RowsAsk = { verdict?: RowVerdict | undefined; outcome?: RowOutcome | undefined }

const readRows = (
  id: string,
  ask: RowsAsk & { limit: number; cursor?: string | undefined },
  signal?: AbortSignal,
) =>
  unwrap(
    api.GET('/api/v1/imports/{import_id}/rows', {
      params: { path: { import_id: id }, query: ask },
      ...(signal && { signal }),
    }),
  )

/** `version` is when the file was last read: other columns or dates make other rows. */
export const rowsQuery = (id: string, ask: RowsAsk, version: string) =>
  infiniteQueryOptions({
    ...paging,
    queryKey: keys.importRows(id, { ...ask, version }),
    queryFn: ({ pageParam: cursor, signal }) => readRows(id, { ...ask, limit: ROWS, cursor }, signal),
  })

/** All rows that could not be read, for a file of them. */
export async function readBadRows(id: string) {
  const found: Awaited<ReturnType<typeof readRows>>['items'] = []
  let cursor: string | undefined
  do {
    const page = await readRows(id, { verdict: 'bad', limit: 100, cursor })
    found.push(...page.items)
    cursor = page.next_cursor ?? undefined
  } while (cursor !== undefined)
  return found
}

type Reread = { mapping?: ImportMapping; date_format?: string | null }
type Confirm = { decisions: Record<string, RowDecision>; audience?: ChosenAudience | undefined }

const at = (id: string) => ({ params: { path: { import_id: id } } })

function useDeed<Asked>(id: string, deed: (asked: Asked) => Promise<Import>) {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: deed,
    onSuccess: (one) => {
      told(queryClient, one)
      if (isUnderWay(one)) follow(queryClient, id)
    },
    // refused: then it is not what it was taken for
    onError: () => queryClient.invalidateQueries({ queryKey: keys.import(id) }),
  })
}

/** Reads the file again, with columns or dates meant otherwise. */
export const useReread = (id: string) =>
  useDeed(id, (body: Reread) => unwrap(api.PATCH('/api/v1/imports/{import_id}', { ...at(id), body })))

/** Adds what was read, or goes on with what was stopped. */
export const useConfirm = (id: string) =>
  useDeed(id, ({ decisions, audience }: Confirm) => {
    const body = { decisions, ...(audience && { audience }) }
    return unwrap(api.POST('/api/v1/imports/{import_id}/confirm', { ...at(id), body }))
  })

export const useCancel = (id: string) =>
  useDeed(id, (_: undefined) =>
    unwrap(api.POST('/api/v1/imports/{import_id}/cancel', { ...at(id), body: {} })),
  )

export const useUndo = (id: string) =>
  useDeed(id, (_: undefined) => unwrap(api.POST('/api/v1/imports/{import_id}/undo', { ...at(id), body: {} })))

/** Forgets an import; what it added stays. */
export function useForget() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: (id: string) => unwrap(api.DELETE('/api/v1/imports/{import_id}', at(id))),
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.importList }),
  })
}
