import type { Export, ExportFormat } from '@sharemyshows/contract/exports'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api, unwrap } from '@/lib/api'
import { keys } from '@/lib/keys'
import { onLive, onLiveAgain } from '@/lib/live'
import { isUnderWay } from './model'

/** Where the channel is silent, a copy that is being made is looked after all the same. */
const LOOK_EVERY_MS = 5000

const readExports = async ({ signal }: { signal: AbortSignal }): Promise<Export[]> =>
  (await unwrap(api.GET('/api/v1/exports', { params: { query: { limit: 20 } }, signal }))).items

/** My copies, newest first; follows the one that is being made. */
export function useExports() {
  const queryClient = useQueryClient()
  useEffect(() => {
    const reread = () => void queryClient.invalidateQueries({ queryKey: keys.exports })
    const ends = [
      onLive('export_progress', ({ id, state, progress }) => {
        if (state !== 'running') return reread()
        queryClient.setQueryData<Export[]>(keys.exports, (known) =>
          known?.map((one) => (one.id === id && isUnderWay(one) ? { ...one, state, progress } : one)),
        )
      }),
      onLiveAgain(reread),
    ]
    return () => {
      for (const end of ends) end()
    }
  }, [queryClient])
  return useQuery({
    queryKey: keys.exports,
    queryFn: readExports,
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? LOOK_EVERY_MS : false),
  })
}

function useChange<Asked>(change: (asked: Asked) => Promise<unknown>) {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: change,
    // also when it was refused: then the list is not what it was taken for
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.exports }),
  })
}

/** Has a copy made. */
export const useMakeExport = () =>
  useChange((format: ExportFormat) => unwrap(api.POST('/api/v1/exports', { body: { format } })))

/** Deletes a copy, or stops one that is being made. */
export const useDropExport = () =>
  useChange((id: string) => unwrap(api.DELETE('/api/v1/exports/{id}', { params: { path: { id } } })))
